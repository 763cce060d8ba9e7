using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// x where |x| > λ, else 0, with the derivative 0 at ±λ; NaN stays NaN.
sealed class HardshrinkDefinition : ElementActivationDefinition<Hardshrink>
{
    protected override R Element<R>(Hardshrink spec, R x) => R.Where(R.Abs(x) <= R.FromHost(spec.Lambda), R.Zero, x);
}

using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// x where x > θ, else v, with the derivative 0 at θ; NaN stays NaN.
sealed class ThresholdDefinition : ElementActivationDefinition<Threshold>
{
    protected override R Element<R>(Threshold spec, R x) => R.Where(x <= R.FromHost(spec.Limit), R.FromHost(spec.Value), x);
}

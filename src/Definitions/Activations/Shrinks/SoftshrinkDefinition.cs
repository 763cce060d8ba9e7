using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// x − λ where x > λ, x + λ where x < −λ, else 0, with the derivative 0 at ±λ; NaN stays NaN.
sealed class SoftshrinkDefinition : ElementActivationDefinition<Softshrink>
{
    protected override R Element<R>(Softshrink spec, R x)
    {
        R lambda = R.FromHost(spec.Lambda);
        return R.Where(R.Abs(x) <= lambda, R.Zero, R.Where(x < R.Zero, x + lambda, x - lambda));
    }
}

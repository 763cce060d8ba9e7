using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// max(0, x), with the derivative 0 at 0; NaN stays NaN.
sealed class ReLUDefinition : ElementActivationDefinition<ReLU>
{
    protected override R Element<R>(ReLU spec, R x) => R.Where(x <= R.Zero, R.Zero, x);
}

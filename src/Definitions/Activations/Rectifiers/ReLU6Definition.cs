using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// min(max(x, 0), 6), with the derivative 0 at 0 and 6.
sealed class ReLU6Definition : ElementActivationDefinition<ReLU6>
{
    protected override R Element<R>(ReLU6 spec, R x) => HardtanhDefinition.Clamped(x, R.Zero, R.Exact(6));
}

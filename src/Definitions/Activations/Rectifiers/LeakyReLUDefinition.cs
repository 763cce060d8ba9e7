using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// x where x > 0, else s·x, with the derivative s at 0.
sealed class LeakyReLUDefinition : ElementActivationDefinition<LeakyReLU>
{
    protected override R Element<R>(LeakyReLU spec, R x) => R.Where(x > R.Zero, x, x * R.FromHost(spec.NegativeSlope));
}

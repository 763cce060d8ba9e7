using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// x/(1 + |x|)
sealed class SoftsignDefinition : ElementActivationDefinition<Softsign>
{
    protected override R Element<R>(Softsign spec, R x)
    {
        R below = R.One + R.Abs(x), value = x / below, flat = R.Detach(below);
        // 1/(1 + |x|)², free of cancellation; at infinity, where the value is NaN, the derivative of the quotient is NaN too.
        return R.Where(R.Equal(flat, R.Exact(double.PositiveInfinity)), value, R.WithDerivativeOf(
            R.Detach(value), R.WithDerivativeOf(R.WithDerivativeOf(x / flat / flat, x / R.Square(flat)), x * R.Square(R.One / flat))));
    }
}

using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)
sealed class TanhDefinition : ElementActivationDefinition<Tanh>
{
    // 1 − tanh², or 4e/(1 + e)² with e = e^−2|x|, which does not cancel.
    protected override R Element<R>(Tanh spec, R x)
    {
        R ratio = R.Two / (R.One + R.Exp(-R.Two * R.Abs(x))) - R.One;
        return R.WithSlopeOf(R.Tanh(x), R.Where(x < R.Zero, -ratio, ratio));
    }
}

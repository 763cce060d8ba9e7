using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// 1/(1 + e⁻ˣ)
sealed class SigmoidDefinition : ElementActivationDefinition<Sigmoid>
{
    // σ(1 − σ), or e/(1 + e)² with e = e^−|x|, which does not cancel.
    protected override R Element<R>(Sigmoid spec, R x)
    {
        R right = R.One / (R.One + R.Exp(-R.Abs(x)));
        return R.WithSlopeOf(R.Sigmoid(x), R.Where(x < R.Zero, R.One - right, right));
    }
}

using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// ln σ(x) = −ln(1 + e⁻ˣ)
sealed class LogSigmoidDefinition : ElementActivationDefinition<LogSigmoid>
{
    protected override R Element<R>(LogSigmoid spec, R x)
    {
        R power = R.Detach(R.Exp(-R.Abs(x))), share = power / (R.One + power);
        // The derivative is σ(−x), or with e = e^−|x| the share e/(1 + e) on the right and 1 less that on the left.
        return R.WithDerivativeOf(-R.Softplus(-x), x * R.Where(x < R.Zero, R.Hull(R.One - share, R.One / (R.One + power)), share));
    }
}

using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// ln σ(x) = −ln(1 + e⁻ˣ)
sealed class LogSigmoidDefinition : ElementActivationDefinition<LogSigmoid>
{
    protected override R Element<R>(LogSigmoid spec, R x)
    {
        R power = R.Detach(R.Exp(-R.Abs(x))), share = power / (R.One + power);
        // The derivative is σ(−x), or with e = e^−|x|: e/(1 + e) for x ≥ 0, and 1 minus that for x < 0.
        return R.WithDerivativeOf(-R.Softplus(-x), x * R.Where(x < R.Zero, R.Hull(R.One - share, R.One / (R.One + power)), share));
    }
}

using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// T.-Y. Lin and others, 2017: −α(1 − p)^γ ln p.
sealed class CategoricalFocalCrossEntropyDefinition : SoftmaxLossDefinition<CategoricalFocalCrossEntropy>
{
    protected override R Term<R>(CategoricalFocalCrossEntropy spec, R log, R rest)
    {
        R alpha = R.FromHost(spec.Alpha), power = RealPower.Of(rest, spec.Gamma), loss = -(alpha * (power * log));
        // At p = 1 the derivative of the power times the logarithm has the limit 0, although for γ < 1 it evaluates to ∞·0.
        return R.Where(R.Equal(log, R.Zero), () => R.WithDerivativeOf(-(alpha * (R.Detach(power) * log)), loss), () => loss);
    }
}

using ParityNet.Activations;

namespace ParityNet.Definitions.Activations;

// ln(1 + e^(βx))/β, and x where βx exceeds the threshold
sealed class SoftplusDefinition : ElementActivationDefinition<Softplus>
{
    protected override R Element<R>(Softplus spec, R x)
    {
        R beta = R.FromHost(spec.Beta), scaled = x * beta;
        R power = R.Detach(R.Exp(scaled));
        // NaN takes the logarithm branch, which propagates it. The derivative is σ(βx) or e^(βx)/(e^(βx) + 1).
        return R.Where(scaled > R.FromHost(spec.Threshold), () => x, () => R.WithDerivativeOf(
            R.Softplus(scaled) / beta,
            x * power / (power + R.One)));
    }
}

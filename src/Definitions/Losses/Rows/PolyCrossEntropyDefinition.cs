using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// Z. Leng and others, 2022: −ln p + ε(1 − p), whose derivative with respect to ln p is −(1 + ε·p), or −1 and −ε·p separately.
sealed class PolyCrossEntropyDefinition : SoftmaxLossDefinition<PolyCrossEntropy>
{
    protected override R Term<R>(PolyCrossEntropy spec, R log, R rest)
    {
        R epsilon = R.FromHost(spec.Epsilon);
        return R.WithDerivativeOf(epsilon * rest - log, -(R.Detach(R.One + epsilon * (R.One - rest)) * log));
    }
}

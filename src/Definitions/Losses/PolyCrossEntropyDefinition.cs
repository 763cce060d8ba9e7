using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// Z. Leng and others, 2022: −ln p + ε(1 − p).
sealed class PolyCrossEntropyDefinition : SoftmaxLossDefinition<PolyCrossEntropy>
{
    protected override R Term<R>(PolyCrossEntropy spec, R log, R rest) => R.FromHost(spec.Epsilon) * rest - log;
}

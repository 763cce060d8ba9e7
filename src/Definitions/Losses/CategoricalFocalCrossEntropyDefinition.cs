using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// T.-Y. Lin and others, 2017: −α(1 − p)^γ ln p.
sealed class CategoricalFocalCrossEntropyDefinition : SoftmaxLossDefinition<CategoricalFocalCrossEntropy>
{
    protected override R Term<R>(CategoricalFocalCrossEntropy spec, R log, R rest) =>
        -(R.FromHost(spec.Alpha) * (RealPower.Of(rest, spec.Gamma) * log));

    protected override R Slope<R>(CategoricalFocalCrossEntropy spec, R log, R rest, R p) => R.FromHost(spec.Alpha) * (spec.Gamma == 0
        ? -R.One
        : Order.Product(R.FromHost(spec.Gamma) * RealPower.Of(rest, spec.Gamma, less: 1), p, log) - RealPower.Of(rest, spec.Gamma));
}

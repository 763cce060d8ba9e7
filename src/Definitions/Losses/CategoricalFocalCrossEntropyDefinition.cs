using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// T.-Y. Lin and others, 2017: −α(1 − p)^γ ln p.
sealed class CategoricalFocalCrossEntropyDefinition : SoftmaxLossDefinition<CategoricalFocalCrossEntropy>
{
    protected override R Term<R>(CategoricalFocalCrossEntropy spec, R log, R rest) =>
        -(R.FromHost(spec.Alpha) * (RealPower.Of(rest, spec.Gamma) * log));

    // At p = 1 the product of steep power and logarithm is its limit 0, though a backward pass comes to ∞·0 there where γ is less than 1.
    // It multiplies by the logarithm before it comes to the power; then both may overflow before p makes them small.
    protected override R Slope<R>(CategoricalFocalCrossEntropy spec, R log, R rest, R p, R upon)
    {
        R alpha = R.FromHost(spec.Alpha);
        if (spec.Gamma == 0)
            return -(upon * alpha);
        R steep = R.FromHost(spec.Gamma) * RealPower.Of(rest, spec.Gamma, less: 1), power = RealPower.Of(rest, spec.Gamma);
        return R.Hull(
            upon * (alpha * (R.Where(R.Equal(log, R.Zero), () => R.Zero, () => Order.Product(steep, p, log)) - power)),
            upon * alpha * log * steep * p - upon * alpha * power);
    }
}

using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>max(0, m + d(a, p) − d(a, n)), with the smaller of d(a, n) and d(p, n) where they are swapped.</summary>
abstract class TripletLossDefinition<TSpec> : VectorLossDefinition<TSpec>
    where TSpec : TripletLoss
{
    protected abstract R Distance<R>(TSpec spec, ReadOnlySpan<R> x, ReadOnlySpan<R> y)
        where R : struct, IReal<R>;

    protected override R Loss<R>(TSpec spec, CellInputs<R> x)
    {
        ReadOnlySpan<R> anchor = x["anchor"], positive = x["positive"], negative = x["negative"];
        R far = Distance(spec, anchor, negative);
        return TripletDistancesDefinition.Of(
            R.FromHost(spec.Margin), Distance(spec, anchor, positive), spec.Swap ? Clamp.Smaller(far, Distance(spec, positive, negative)) : far);
    }
}

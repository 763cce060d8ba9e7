using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>max(0, m + d(a, p) − d(a, n)), with the smaller of d(a, n) and d(p, n) where they are swapped.</summary>
abstract class TripletLossDefinition<TSpec> : VectorLossDefinition<TSpec>
    where TSpec : TripletLoss
{
    protected override bool ScalesInside => true;

    /// <summary>The distance; its derivative is multiplied by a number, if one is given, before all else.</summary>
    protected abstract R Distance<R>(TSpec spec, ReadOnlySpan<R> x, ReadOnlySpan<R> y, R? slope = null)
        where R : struct, IReal<R>;

    protected override R Loss<R>(TSpec spec, CellInputs<R> x)
    {
        ReadOnlySpan<R> anchor = x["anchor"], positive = x["positive"], negative = x["negative"];
        R far = Distance(spec, anchor, negative);
        return TripletDistancesDefinition.Of(
            R.FromHost(spec.Margin), Distance(spec, anchor, positive), spec.Swap ? Clamp.Smaller(far, Distance(spec, positive, negative)) : far);
    }

    // The scale may enter before the slopes of the distances, which then round where it is tiny.
    protected override R Scaled<R>(TSpec spec, CellInputs<R> x, R scale)
    {
        ReadOnlySpan<R> anchor = x["anchor"], positive = x["positive"], negative = x["negative"];
        R near = Distance(spec, anchor, positive, scale), far = Distance(spec, anchor, negative, scale);
        R less = R.Detach(Distance(spec, anchor, negative)), share = R.One, across = R.Zero;
        if (spec.Swap)
        {
            R other = R.Detach(Distance(spec, positive, negative)), tie = R.Where(R.Equal(less, other), R.Half, R.Zero);
            share = R.Where(less < other, R.One, tie);
            across = Distance(spec, positive, negative, scale) * R.Where(other < less, R.One, tie);
            less = R.Min(less, other);
        }

        R active = R.Where(R.FromHost(spec.Margin) + R.Detach(Distance(spec, anchor, positive)) - less >= R.Zero, R.One, R.Zero);
        return R.WithSlopeOf(Loss(spec, x) * scale, (near - far * share - across) * active);
    }
}

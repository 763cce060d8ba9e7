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
        R far = Far(spec, x);
        return TripletDistancesDefinition.Of(R.FromHost(spec.Margin), Near(spec, x), spec.Swap ? Clamp.Smaller(far, Across(spec, x)) : far);
    }

    // The scale may enter before the slopes of the distances, which then round where it is tiny.
    protected override R Scaled<R>(TSpec spec, CellInputs<R> x, R scale)
    {
        R near = Near(spec, x, scale), far = Far(spec, x, scale);
        R less = R.Detach(Far(spec, x)), share = R.One, across = R.Zero;
        if (spec.Swap)
        {
            R other = R.Detach(Across(spec, x)), tie = R.Where(R.Equal(less, other), R.Half, R.Zero);
            share = R.Where(less < other, R.One, tie);
            across = Across(spec, x, scale) * R.Where(other < less, R.One, tie);
            less = R.Min(less, other);
        }

        R active = R.Where(R.FromHost(spec.Margin) + R.Detach(Near(spec, x)) - less >= R.Zero, R.One, R.Zero);
        return R.WithSlopeOf(Loss(spec, x) * scale, (near - far * share - across) * active);
    }

    R Near<R>(TSpec spec, CellInputs<R> x, R? slope = null)
        where R : struct, IReal<R> => Distance(spec, x["anchor"], x["positive"], slope);

    R Far<R>(TSpec spec, CellInputs<R> x, R? slope = null)
        where R : struct, IReal<R> => Distance(spec, x[Cell.Again("anchor")], x["negative"], slope);

    R Across<R>(TSpec spec, CellInputs<R> x, R? slope = null)
        where R : struct, IReal<R> => Distance(spec, x[Cell.Again("positive")], x[Cell.Again("negative")], slope);
}

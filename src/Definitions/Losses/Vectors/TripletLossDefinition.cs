using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>max(0, m + d(a, p) − d(a, n)); with swap, the smaller of d(a, n) and d(p, n) is subtracted.</summary>
abstract class TripletLossDefinition<TSpec> : VectorLossDefinition<TSpec>
    where TSpec : TripletLoss
{
    protected abstract R Distance<R>(TSpec spec, ReadOnlySpan<R> x, ReadOnlySpan<R> y)
        where R : struct, IReal<R>;

    protected override R Loss<R>(TSpec spec, GroupInputs<R> x)
    {
        R far = Far(spec, x);
        return TripletDistancesDefinition.Of(R.FromHost(spec.Margin), Near(spec, x), spec.Swap ? Clamp.Smaller(far, Across(spec, x)) : far);
    }

    R Near<R>(TSpec spec, GroupInputs<R> x)
        where R : struct, IReal<R> => Distance(spec, x["anchor"], x["positive"]);

    R Far<R>(TSpec spec, GroupInputs<R> x)
        where R : struct, IReal<R> => Distance(spec, x[OutputGroup.Again("anchor")], x["negative"]);

    R Across<R>(TSpec spec, GroupInputs<R> x)
        where R : struct, IReal<R> => Distance(spec, x[OutputGroup.Again("positive")], x[OutputGroup.Again("negative")]);
}

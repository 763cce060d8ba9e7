using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// The distance is the one that the spec names.
sealed class TripletMarginWithDistanceDefinition : TripletLossDefinition<TripletMarginWithDistance>
{
    protected override R Distance<R>(TripletMarginWithDistance spec, ReadOnlySpan<R> x, ReadOnlySpan<R> y) =>
        Distances.Of(spec.DistanceFunction, x, y);
}

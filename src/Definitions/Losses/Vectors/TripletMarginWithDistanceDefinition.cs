using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// The distance is one of the list.
sealed class TripletMarginWithDistanceDefinition : TripletLossDefinition<TripletMarginWithDistance>
{
    protected override R Distance<R>(TripletMarginWithDistance spec, ReadOnlySpan<R> x, ReadOnlySpan<R> y) => Distances.Of(spec.DistanceFunction, x, y);
}

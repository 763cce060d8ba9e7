using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// V. Balntas and others, 2016: the distance is ‖x − y + ε‖ₚ.
sealed class TripletMarginDefinition : TripletLossDefinition<TripletMargin>
{
    protected override R Distance<R>(TripletMargin spec, ReadOnlySpan<R> x, ReadOnlySpan<R> y) => Distances.Norm(x, y, spec.P, spec.Epsilon);
}

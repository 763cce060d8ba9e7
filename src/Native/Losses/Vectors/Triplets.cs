using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Losses.Distances;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>Binds triplet losses to the kernels of their distances.</summary>
static class Triplets
{
    public static ILoss<T> Of<T>(TripletMarginWithDistance spec, Plan plan)
        where T : unmanaged, IFloatingPointIeee754<T> => spec.DistanceFunction switch
        {
            Distance.Euclidean => Bound<T, NormDistance<T>>(spec, new(2, TripletMarginWithDistance.Epsilon), plan),
            Distance.Manhattan => Bound<T, NormDistance<T>>(spec, new(1, TripletMarginWithDistance.Epsilon), plan),
            Distance.SquaredEuclidean => Bound<T, SquaredDistance<T>>(spec, default, plan),
            _ => Bound<T, CosineDistance<T>>(spec, default, plan),
        };

    public static ILoss<T> Of<T>(TripletMargin spec, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        spec.P == 0 ? Bound<T, CountDistance<T>>(spec, new(spec.Epsilon), plan)
        : double.IsInfinity(spec.P) ? Bound<T, LargestDistance<T>>(spec, new(spec.Epsilon), plan)
        : Bound<T, NormDistance<T>>(spec, new(spec.P, spec.Epsilon), plan);

    static BoundVectorLoss<T, TripletKernel<T, D>> Bound<T, D>(TripletLoss spec, D distance, Plan plan)
        where T : unmanaged, IFloatingPointIeee754<T>
        where D : struct, IVectorDistance<T> => new(spec, new(spec, distance), plan);
}

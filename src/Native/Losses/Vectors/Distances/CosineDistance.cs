using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary><c>1 − cos</c>.</summary>
readonly unsafe struct CosineDistance<T> : IVectorDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public double Of(T* x, T* y, nint length, Plan plan) => (Number)1 - new Cosine<T>(x, y, length, length, length, plan).Value;

    public void AddDerivatives(T* x, T* y, nint length, double distance, double factor, double* byX, double* byY, Plan plan) =>
        new Cosine<T>(x, y, length, length, length, plan).AddDerivatives(-factor, byX, byY, plan);
}

using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>The distance of two rows.</summary>
unsafe interface IVectorDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    double Of(T* x, T* y, nint length, Plan plan);

    /// <summary>Adds the distance's derivatives, times a factor, to those of both rows; null if they are not requested.</summary>
    void AddDerivatives(T* x, T* y, nint length, double distance, double factor, double* byX, double* byY, Plan plan);
}

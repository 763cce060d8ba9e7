using System.Diagnostics;
using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>The distance of two rows.</summary>
unsafe interface IVectorDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    double Of(T* x, T* y, nint length, Plan plan);

    /// <summary>Adds the distance's derivatives, times a factor, to those of both rows; null if they are not requested.</summary>
    void AddDerivatives(T* x, T* y, nint length, double distance, double factor, double* byX, double* byY, Plan plan);

    /// <summary>Whether it is also written over lanes, for the short rows of a block.</summary>
    bool HasLanes => false;

    /// <summary>The distances of the rows of a block; clears the mask where the distance of a single row has another formula.</summary>
    V Of<V>(double* x, double* y, nint end, ref V usual) where V : struct, ILanes<V, double> => throw new UnreachableException();

    /// <summary>As the other, for the rows of a block.</summary>
    void AddDerivatives<V>(double* x, double* y, nint end, V distance, V factor, double* byX, double* byY) where V : struct, ILanes<V, double> =>
        throw new UnreachableException();
}

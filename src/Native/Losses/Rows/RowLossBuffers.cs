using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The input and output buffers of a loss per row; null for an absent input or an output that is not requested.</summary>
unsafe struct RowLossBuffers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public T* X, Target, Weight, Cotangent, ByInput, ByTarget, ByWeight;
    public long* Labels;
    public double* Losses;

    /// <summary>The factor of every derivative.</summary>
    public double Scale;

    public readonly bool Derivatives => ByInput != null || ByTarget != null || ByWeight != null;

    public readonly double ScaleOf(nint row) => Cotangent == null ? Scale : (Number)Scale * Real.Wide(Cotangent[row]);
}

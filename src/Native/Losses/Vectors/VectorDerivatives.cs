using System.Numerics;
using System.Runtime.InteropServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>Accumulates the derivatives of a row in <c>double</c>, and writes them rounded once.</summary>
unsafe readonly struct VectorDerivatives<T>(nint length, T* toX, T* toY, T* toZ) : IDisposable where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double* sums = (double*)NativeMemory.AllocZeroed((nuint)(3 * length + 1), sizeof(double));

    /// <summary>The buffers of a row, with zeroed accumulators for the requested derivatives.</summary>
    public VectorBuffers<T> Cleared(VectorBuffers<T> row)
    {
        new Span<double>(sums, checked((int)(3 * length))).Clear();
        return row with
        {
            ByX = toX == null ? null : sums,
            ByY = toY == null ? null : sums + length,
            ByZ = toZ == null ? null : sums + 2 * length,
        };
    }

    public void Write(nint row)
    {
        Write(sums, toX, row);
        Write(sums + length, toY, row);
        Write(sums + 2 * length, toZ, row);
    }

    public void Dispose() => NativeMemory.Free(sums);

    void Write(double* from, T* to, nint row)
    {
        if (to == null)
            return;
        for (nint i = 0; i < length; i++)
            to[row * length + i] = Real.Of<T>(from[i]);
    }
}

using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>Sets the non-finite flag (<see cref="Beyond.Leave"/>) for results that are not finite.</summary>
/// <param name="one">An output buffer; null for none.</param>
/// <param name="other">A second one; null for none.</param>
readonly unsafe struct EndReader<T>(T* one, T* other) : IPieceReader where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* one = one, other = other;

    public void Read(nint start, nint end)
    {
        if (HasEnded(one, start, end) || HasEnded(other, start, end))
            Beyond.Leave();
    }

    static bool HasEnded(T* results, nint start, nint end) =>
        results != null && Again.Ended(new ReadOnlySpan<T>(results + start, (int)(end - start)), threads: 1);
}

using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ParityNet.Cli.Accuracy;

/// <summary>A hash of result bits, with which runs on different machines and CPU capabilities are compared.</summary>
static class ResultHash
{
    const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>The hash of a block; the hash of a run is the sum over its blocks.</summary>
    /// <param name="results">The results, a multiple of 32 bytes.</param>
    /// <param name="block">The index of the block.</param>
    public static ulong Of<T>(ReadOnlySpan<T> results, long block) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector256<ulong> hash = Vector256.Create((ulong)block, 1, 2, 3);
        foreach (Vector256<T> lanes in MemoryMarshal.Cast<T, Vector256<T>>(results))
        {
            // Sign and payload of a NaN are insignificant.
            Vector256<T> alike = Vector256.ConditionalSelect(Vector256.Equals(lanes, lanes), lanes, Vector256.Create(T.NaN));
            hash = Turned(hash ^ alike.AsUInt64()) * Factor;
        }
        for (int i = 0; i < Vector256<ulong>.Count; i++)
            hash = Turned(hash ^ Vector256.Create(hash[i])) * Factor;
        return Vector256.Sum(hash);
    }

    static Vector256<ulong> Turned(Vector256<ulong> value) => (value << 27) | (value >>> 37);
}

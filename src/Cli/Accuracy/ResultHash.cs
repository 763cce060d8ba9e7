using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ParityNet.Cli.Accuracy;

/// <summary>A number made of the bits of results, with which runs on several machines and capabilities are compared.</summary>
static class ResultHash
{
    const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>The hash of a block; those of all blocks are added.</summary>
    /// <param name="results">Results, a whole number of 32 bytes.</param>
    /// <param name="block">Which block it is.</param>
    public static ulong Of<T>(ReadOnlySpan<T> results, long block) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector256<ulong> hash = Vector256.Create((ulong)block, 1, 2, 3);
        foreach (Vector256<T> lanes in MemoryMarshal.Cast<T, Vector256<T>>(results))
        {
            // The sign and the payload of a NaN say nothing.
            Vector256<T> alike = Vector256.ConditionalSelect(Vector256.Equals(lanes, lanes), lanes, Vector256.Create(T.NaN));
            hash = Turned(hash ^ alike.AsUInt64()) * Factor;
        }
        for (int i = 0; i < Vector256<ulong>.Count; i++)
            hash = Turned(hash ^ Vector256.Create(hash[i])) * Factor;
        return Vector256.Sum(hash);
    }

    static Vector256<ulong> Turned(Vector256<ulong> value) => (value << 27) | (value >>> 37);
}

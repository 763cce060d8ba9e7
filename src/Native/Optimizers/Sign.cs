using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>−1, 0 or 1; 0 for NaN, as in libtorch.</summary>
static class Sign<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V>(V x) where V : struct, ILanes<V, T>
    {
        V zero = V.All(T.Zero);
        return (V.All(T.One) & (x > zero)) | (V.All(T.NegativeOne) & (x < zero));
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Channels;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>Terms stored in a buffer; 1 without a buffer.</summary>
readonly unsafe struct ColumnTerm<T>(T* terms) : IChannelTerm where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* terms = terms;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index, nint position) where V : struct, ILanes<V, double> =>
        terms == null ? V.All(1) : Elements<V, double, T>.Load(terms + index);
}

using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>Maps two tensors to one, elementwise.</summary>
readonly unsafe struct PairStep<T, M>(T* first, T* second, T* into, M map) : IStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where M : struct, IPairMap<T>
{
    readonly T* first = first, second = second, into = into;
    readonly M map = map;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, T> =>
        Elements<V, T, T>.Store(map.Of(V.Load(in first[index]), V.Load(in second[index])), into + index);
}

using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>A map of two tensors as a rule, for its care of elements that leave the range; the first takes the place of the parameter.</summary>
readonly struct PairRule<T, M>(M map) : IRule<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where M : struct, IPairMap<T>
{
    readonly M map = map;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T> => new(map.Of(old.Parameter, gradient));
}

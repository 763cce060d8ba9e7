using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary><c>θ − ηu</c>.</summary>
readonly struct Descent<T>(double rate) : IPairMap<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T rate = Real.Of<T>(rate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V first, V second) where V : struct, ILanes<V, T> => first - V.All(rate) * second;
}

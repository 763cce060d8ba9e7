using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>A single pass over the elements of an activation that writes only values.</summary>
readonly unsafe struct ValueStep<E, T, K>(K kernel, T* x, T* value) : IStep<E>
    where E : unmanaged, IFloatingPointIeee754<E>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IElementActivation<E>
{
    readonly K kernel = kernel;
    readonly T* x = x, value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, E> =>
        Elements<V, E, T>.Store(kernel.Value(Elements<V, E, T>.Load(x + index)), value + index);
}

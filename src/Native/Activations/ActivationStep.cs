using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>
/// A single pass over the elements of an activation that writes derivatives times the cotangent, and the values if requested.
/// </summary>
readonly unsafe struct ActivationStep<E, T, K>(K kernel, T* x, T* cotangent, T* value, T* gradient) : IStep<E>
    where E : unmanaged, IFloatingPointIeee754<E>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IElementActivation<E>
{
    readonly K kernel = kernel;
    readonly T* x = x, cotangent = cotangent, value = value, gradient = gradient;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, E>
    {
        V x = Elements<V, E, T>.Load(this.x + index);
        if (K.Shares)
        {
            Activated<V> both = kernel.Both(x);
            StoreDerivative(both.Derivative, index);
            if (value != null)
                Elements<V, E, T>.Store(both.Value, value + index);
            return;
        }
        StoreDerivative(kernel.Derivative(x), index);
        if (value != null)
            Elements<V, E, T>.Store(kernel.Value(x), value + index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void StoreDerivative<V>(V derivative, nint index) where V : struct, ILanes<V, E> =>
        Elements<V, E, T>.Store(cotangent == null ? derivative : derivative * Elements<V, E, T>.Load(cotangent + index), gradient + index);
}

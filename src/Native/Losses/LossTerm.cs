using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// A single pass over the elements of a loss: reads each once, writes the derivatives, and yields the values to be summed.
/// </summary>
/// <param name="kernel">The arithmetic.</param>
/// <param name="at">The buffers.</param>
/// <param name="scale">The factor of the derivatives.</param>
/// <param name="unit">The factor of the values that are written.</param>
/// <param name="tells">Whether a derivative that is not finite makes the sum NaN.</param>
readonly unsafe struct LossTerm<E, T, K>(K kernel, LossBuffers<T> at, E scale, E unit, bool tells) : ITerm<E>
    where E : unmanaged, IFloatingPointIeee754<E>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IElementLoss<E>
{
    readonly K kernel = kernel;
    readonly LossBuffers<T> at = at;
    readonly E scale = scale, unit = unit;
    readonly bool tells = tells;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index) where V : struct, ILanes<V, E>
    {
        V scale = V.All(this.scale);
        if (at.Cotangent != null)
            scale *= Elements<V, E, T>.Load(at.Cotangent + index);
        V weight = V.All(E.One), z = V.All(K.Absent);
        if (at.Weight != null)
            scale *= weight = Elements<V, E, T>.Load(at.Weight + index);
        if (at.Z != null)
            z = Elements<V, E, T>.Load(at.Z + index);

        var element = kernel.At(new Point<V>(
            Elements<V, E, T>.Load(at.X + index), Elements<V, E, T>.Load(at.Y + index), z, scale, at.Z != null));

        if (at.ByX != null)
            Elements<V, E, T>.Store(element.ByX, at.ByX + index);
        if (at.ByY != null)
            Elements<V, E, T>.Store(K.Mirrored ? -element.ByX : element.ByY, at.ByY + index);
        if (at.ByZ != null)
            Elements<V, E, T>.Store(element.ByZ, at.ByZ + index);
        V value = at.Weight == null ? element.Value : element.Value * weight;
        if (at.Value != null)
            Elements<V, E, T>.Store(value * V.All(unit), at.Value + index);
        if (!tells)
            return value;
        if (at.ByX != null)
            value = Told(value, element.ByX);
        if (at.ByY != null && !K.Mirrored)
            value = Told(value, element.ByY);
        if (at.ByZ != null)
            value = Told(value, element.ByZ);
        return value;
    }

    // Adding 0·derivative changes the value only if the derivative is not finite, with fused or separate rounding.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Told<V>(V value, V derivative) where V : struct, ILanes<V, E> =>
        Fma.IsSupported || AdvSimd.IsSupported ? V.MultiplyAdd(V.All(E.Zero), derivative, value) : value + V.All(E.Zero) * derivative;
}

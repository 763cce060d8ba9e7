using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// With <c>z = ±x</c>: 0 where <c>z ≤ −1</c>, z where <c>z ≥ 1</c>, else <c>¼(z + 1)²</c>; d/dz is ½(z + 1) clamped to [0, 1].
/// </summary>
readonly struct BinarySparsemaxKernel<T> : IElementLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly T Half = T.CreateChecked(0.5);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, T>
    {
        V zero = V.All(T.Zero), one = V.All(T.One), isZero = V.Equal(at.Y, zero), z = V.Select(isZero, at.X, -at.X);
        V half = V.All(Half) * (V.Max(z, -one) + one), linear = z >= one;
        V derivative = V.Select(linear, at.Scale, V.Select(z > -one, half * at.Scale, zero));
        return new(V.Select(linear, z, half * half), V.Select(isZero, derivative, -derivative), default);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>|r|</c>; its derivative is the sign of r, and 0 where r is 0 or NaN, as in libtorch.</summary>
readonly struct AbsoluteErrorKernel<T> : IElementLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool Mirrored => true;

    public static bool ValueTells => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, T>
    {
        V r = at.X - at.Y, zero = V.All(T.Zero), one = V.All(T.One);
        V sign = V.Select(r > zero, one, V.Select(r < zero, -one, zero));
        return new(V.Abs(r), sign * at.Scale, default);
    }
}

using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary><c>1 / (1 + e^−x)</c>.</summary>
readonly struct Sigmoid : IElementary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double> => 1 / (Power(x) + 1);

    /// <summary>
    /// e^−x for <c>float</c>: exactly 0 and ∞ for infinite x. So the function becomes 0 only far below the range of <c>float</c> and may be
    /// multiplied further, and its product with −∞ is NaN, as in libtorch.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Power<D>(D x) where D : struct, ILanes<D, double> => typeof(D) == typeof(Number) && WideFunctions.ExpIsFar(-x, out D far)
        ? far
        : ShortPowers<D>.Of(D.Clamp(-x, ShortPowers<D>.Zero, ShortPowers<D>.Infinite)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double> =>
        typeof(D) == typeof(Number) && WideFunctions.ExpIsFar(x, out D far) ? Far(x, far) : Logistic<D>.Of(x, D.All(0)).Value;

    // For large x the quotient e^x/(1 + e^x) would be ∞/∞; its limits are 1 and e^x.
    static D Far<D>(D x, D power) where D : struct, ILanes<D, double> => D.Select(x > D.All(0), D.All(1), power);
}

using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary><c>1 / (1 + e^−x)</c>.</summary>
readonly struct Sigmoid : IElementary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double> =>
        typeof(D) == typeof(Number)
            && WideFunctions.ExpIsFar(x, out D far) ? Far(x, far) : D.All(1) / (ShortPowers<D>.Of(D.Clamp(-x, -110, 110)).Value + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double> =>
        typeof(D) == typeof(Number) && WideFunctions.ExpIsFar(x, out D far) ? Far(x, far) : Logistic<D>.Of(x, D.All(0)).Value;

    // For large x the quotient e^x/(1 + e^x) would be ∞/∞; its limits are 1 and e^x.
    static D Far<D>(D x, D power) where D : struct, ILanes<D, double> => D.Select(x > D.All(0), D.All(1), power);
}

using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary><c>(e^2a − 1) / (e^2a + 1)</c> with <c>a = |x|</c>, the numerator accurate near 0.</summary>
readonly struct Tanh : IElementary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number))
            x = WideFunctions.Plain(x);
        D size = D.Clamp(D.Abs(x), 0, 20);
        var powers = ShortPowers<D>.Of(size + size);
        D power = powers.Power;
        D lessOne = D.MultiplyAdd(power, powers.LessOne, power - 1);
        return D.CopySign(lessOne / (lessOne + 2), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        if (typeof(D) == typeof(Number))
            x = WideFunctions.Plain(x);
        D size = D.Clamp(D.Abs(x), 0, 22);
        var powers = Powers<D>.Of(size + size, D.All(0));
        var one = Pair<D>.SumOrdered(D.All(1), Powers<D>.Two(-powers.N));
        var sum = Pair<D>.SumOrdered(one.High, powers.High);
        var plusOne = Pair<D>.SumOrdered(sum.High, one.Low + sum.Low + powers.Low);
        return D.CopySign(Pair<D>.Ratio(powers.LessOne, plusOne).Value, x);
    }
}

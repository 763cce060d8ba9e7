using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary><c>1 / (1 + e^−x)</c>; for negative x as <c>e^x / (1 + e^x)</c>, so that it goes through the subnormal numbers to 0.</summary>
readonly struct Sigmoid : IElementary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double> =>
        D.All(1) / (ShortPowers<D>.Of(D.Clamp(-x, -110, 110)).Value + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double>
    {
        D one = D.All(1), zero = D.All(0), negative = x < zero;
        var powers = Powers<D>.Of(D.Clamp(-D.Abs(x), -746, 0), zero);
        var fraction = powers.Fraction;
        D power = Powers<D>.Inverse(-powers.N);
        var sum = Pair<D>.SumOrdered(one, fraction.High * power);
        var below = new Pair<D>(sum.High, sum.Low + fraction.Low * power);
        var above = new Pair<D>(D.Select(negative, fraction.High, one), D.Select(negative, fraction.Low, zero));
        return Powers<D>.Scale(Pair<D>.Quotient(above, below).Value, D.Select(negative, powers.N, zero));
    }
}

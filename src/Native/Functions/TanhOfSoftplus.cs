using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>
/// The parts of <c>tanh(ln(1 + eˣ))</c>: with <c>e = e^−|x|</c> it is <c>(1 + 2e)/(1 + 2e + 2e²)</c>, and for negative x
/// <c>e(e + 2)/(e² + 2e + 2)</c>.
/// </summary>
readonly struct TanhOfSoftplus<D>(D negative, D n, Pair<D> factor, Pair<D> power, Pair<D> above, Pair<D> below) where D : struct, ILanes<D, double>
{
    // For negative x the factor is e without its power of two 2^n, else 1: so results underflow gradually.
    readonly D negative = negative, n = n;
    readonly Pair<D> factor = factor, power = power, above = above, below = below;

    /// <summary>Decomposes the function at x within ±800.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TanhOfSoftplus<D> Of(D x)
    {
        if (typeof(D) == typeof(Number))
            x = WideFunctions.Plain(x);
        D zero = D.All(0), one = D.All(1), negative = x < zero;
        var powers = Powers<D>.Of(D.Clamp(-D.Abs(x), -745, 0), zero);
        var fraction = powers.Fraction;
        D two = Powers<D>.Inverse(-powers.N);
        D e = fraction.High * two, low = fraction.Low * two;
        var square = Pair<D>.Product(e, e);
        D squareLow = square.Low + (e + e) * low;
        // 2 + e or 1 + 2e, then 2 + 2e + e² or 1 + 2e + 2e².
        var above = Pair<D>.SumOrdered(D.Select(negative, one + one, one), D.Select(negative, e, e + e));
        D aboveLow = above.Low + D.Select(negative, low, low + low);
        var more = Pair<D>.SumOrdered(above.High, D.Select(negative, e + square.High, square.High + square.High));
        D moreLow = more.Low + (aboveLow + D.Select(negative, low + squareLow + Pair<D>.SumOrdered(e, square.High).Low, squareLow + squareLow));
        return new(negative, D.Select(negative, powers.N, zero), new(D.Select(negative, fraction.High, one), D.Select(negative, fraction.Low, zero)),
            new(e, low), new(above.High, aboveLow), new(more.High, moreLow));
    }

    /// <summary>The function times x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public D Times(D x) => Powers<D>.Scale(Pair<D>.Product(x, Quotient), n);

    /// <summary>
    /// The function plus x times its derivative <c>4e²(1 + e)/(1 + 2e + 2e²)²</c>, or for negative x <c>4e(1 + e)/(e² + 2e + 2)²</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public D PlusDerivative(D x)
    {
        D four = D.All(4), scale = D.Select(negative, four, four * power.High * power.High);
        var one = Pair<D>.SumOrdered(D.All(1), power.High);
        var bend = Pair<D>.Product(x, scale * one.High);
        var lead = Pair<D>.Product(above.High, below.High);
        // The two terms can cancel: both are computed in double-double over the squared denominator.
        var sum = Pair<D>.Sum(lead.High, bend.High);
        D rest = lead.Low + (above.High * below.Low + above.Low * below.High) + (bend.Low + x * (scale * (one.Low + power.Low)));
        D numerator = sum.High + (sum.Low + rest);
        var square = Pair<D>.Product(below.High, below.High);
        D squareLow = square.Low + (below.High + below.High) * below.Low;
        var quotient = Pair<D>.Ratio(new(factor.High * numerator, factor.Low * numerator), new(square.High, squareLow));
        return Powers<D>.Scale(quotient.Value, n);
    }

    Pair<D> Quotient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var product = Pair<D>.Product(factor.High, above.High);
            D rest = product.Low + (factor.High * above.Low + factor.Low * above.High);
            return Pair<D>.Ratio(new(product.High, rest), below);
        }
    }
}

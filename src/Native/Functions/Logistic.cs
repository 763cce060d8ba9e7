using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>
/// The parts of the logistic function σ: <c>e = e^−|x| = 2^n · power</c> and <c>below = 1 + e</c>, both in double-double.
/// </summary>
readonly struct Logistic<D>(D negative, D n, Pair<D> power, Pair<D> below) where D : struct, ILanes<D, double>
{
    /// <summary>Below this, even 10^30 times the function underflows to 0.</summary>
    const double Smallest = -820;

    readonly D negative = negative, n = n;
    readonly Pair<D> power = power, below = below;

    /// <summary>Decomposes σ(x + small).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Logistic<D> Of(D x, D small)
    {
        if (typeof(D) == typeof(Number))
            x = WideFunctions.Plain(x);
        D zero = D.All(0), negative = x < zero;
        var powers = Powers<D>.Of(D.Clamp(-D.Abs(x), Smallest, 0), D.Select(negative, small, -small));
        var fraction = powers.Fraction;
        D two = Powers<D>.Inverse(-powers.N);
        var sum = Pair<D>.SumOrdered(D.All(1), fraction.High * two);
        return new(negative, powers.N, fraction, new(sum.High, sum.Low + fraction.Low * two));
    }

    /// <summary>σ, as <c>e/(1 + e)</c> for negative x, so that it underflows gradually.</summary>
    public D Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Powers<D>.Scale(Share.Value, Scale);
    }

    /// <summary>The derivative of σ, <c>e/(1 + e)²</c>, which is free of cancellation.</summary>
    public D Derivative
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Powers<D>.Scale(Bell, n);
    }

    /// <summary><c>factor · σ</c>, rounded once; <c>|factor| &lt; 10^30</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public D Times(D factor) => Powers<D>.Scale(Pair<D>.Product(factor, Share), Scale);

    /// <summary><c>σ + factor · σ′</c>; <c>|factor| &lt; 10^30</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public D PlusDerivative(D factor)
    {
        D term = Bell * factor;
        return Powers<D>.Scale(Share.Value + D.Select(negative, term, Powers<D>.Scale(term, n)), Scale);
    }

    D Bell
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var square = Pair<D>.Product(below.High, below.High);
            D rest = square.Low + below.High * (below.Low + below.Low);
            return Pair<D>.Ratio(power, new(square.High, rest)).Value;
        }
    }

    Pair<D> Share
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            D one = D.All(1), zero = D.All(0);
            return Pair<D>.Ratio(new(D.Select(negative, power.High, one), D.Select(negative, power.Low, zero)), below);
        }
    }

    D Scale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => D.Select(negative, n, D.All(0));
    }
}

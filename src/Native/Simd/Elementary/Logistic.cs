using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>The logistic function σ taken apart: <c>e = e^−|x| = 2^N · Power</c> and <c>Below = 1 + e</c>, each to nearly twice the precision.</summary>
readonly struct Logistic<D>(D negative, D n, Pair<D> power, Pair<D> below) where D : struct, ILanes<D, double>
{
    readonly D negative = negative, n = n;
    readonly Pair<D> power = power, below = below;

    /// <summary>Takes σ(x + small) apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Logistic<D> Of(D x, D small)
    {
        D zero = D.All(0), negative = x < zero;
        var powers = Powers<D>.Of(D.Clamp(-D.Abs(x), -746, 0), D.Select(negative, small, -small));
        var fraction = powers.Fraction;
        D two = Powers<D>.Inverse(-powers.N);
        var sum = Pair<D>.SumOrdered(D.All(1), fraction.High * two);
        return new(negative, powers.N, fraction, new(sum.High, sum.Low + fraction.Low * two));
    }

    /// <summary>σ, as <c>e/(1 + e)</c> for negative numbers, so that it goes through the subnormal numbers to 0.</summary>
    public D Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Powers<D>.Scale(Share.Value, Scale);
    }

    /// <summary>The slope of σ, <c>e/(1 + e)²</c>, in which nothing cancels.</summary>
    public D Slope
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var square = Pair<D>.Product(below.High, below.High);
            D rest = square.Low + below.High * (below.Low + below.Low);
            return Powers<D>.Scale(Pair<D>.Quotient(power, new(square.High, rest)).Value, n);
        }
    }

    /// <summary><c>x·σ</c>, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public D Times(D x)
    {
        var share = Share;
        var product = Pair<D>.Product(x, share.High);
        D size = D.Abs(x), scale = Scale;
        D compensated = Powers<D>.Scale(product.High + (product.Low + x * share.Low), scale);
        // The rounding error of a product is no number of its own where it is below the normal numbers, or infinite.
        return D.Select((size > D.All(1e-280)) & (size < D.All(1e280)), compensated, x * Powers<D>.Scale(share.Value, scale));
    }

    Pair<D> Share
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            D one = D.All(1), zero = D.All(0);
            return Pair<D>.Quotient(new(D.Select(negative, power.High, one), D.Select(negative, power.Low, zero)), below);
        }
    }

    D Scale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => D.Select(negative, n, D.All(0));
    }
}

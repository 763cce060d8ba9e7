using ParityNet.Definitions.Numbers;
using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

/// <summary>Curves shared by several schedules.</summary>
static class Curves
{
    const double Unit = 1.0 / (1L << 53);

    /// <summary>
    /// <c>cos(πk/n)</c>, as computed from an argument with three rounding errors, including that of π, by a library with an error below 1
    /// ULP.
    /// </summary>
    public static R CosOfPi<R>(long k, long n)
        where R : struct, IReal<R> => CosOfPi<R>((double)(k % (2 * n)) / n, (double)k / n);

    /// <summary><c>cos πx</c>, likewise.</summary>
    public static R CosOfPi<R>(double x)
        where R : struct, IReal<R> => CosOfPi<R>(x, x);

    /// <summary>The value at a fraction of the way from one value to another.</summary>
    public static R Between<R>(Anneal how, R start, R end, double share)
        where R : struct, IReal<R> => how == Anneal.Cos
            ? end + (start - end) / R.Two * (CosOfPi<R>(share) + R.One)
            : (end - start) * R.Exact(share) + start;

    /// <summary>xᵖ for a nonnegative base and a nonnegative exponent.</summary>
    public static R Power<R>(R x, double exponent)
        where R : struct, IReal<R> => exponent == Math.Floor(exponent) && exponent < int.MaxValue
            ? R.Pow(x, (long)exponent)
            : R.Where(x <= R.Zero, R.Zero, R.Exp(R.Exact(exponent) * R.Log(x)));

    // The cosine changes by at most the error of its argument: 4 half-ULPs of the unreduced argument, and as many in computing it here.
    static R CosOfPi<R>(double reduced, double whole)
        where R : struct, IReal<R>
    {
        double cosine = Math.Cos(Math.PI * reduced), off = Math.PI * (Math.Abs(whole) + Math.Abs(reduced)) * 4 * Unit + 2 * Unit;
        return R.Hull(R.Exact(cosine), R.Hull(R.Exact(Math.Max(-1, cosine - off)), R.Exact(Math.Min(1, cosine + off))));
    }
}

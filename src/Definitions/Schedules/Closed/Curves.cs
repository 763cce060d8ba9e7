using ParityNet.Definitions.Numbers;
using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

/// <summary>Curves that several schedules follow.</summary>
static class Curves
{
    const double Unit = 1.0 / (1L << 53);

    /// <summary>
    /// <c>cos(πk/n)</c>, as computed from an argument that was rounded three times, π included, by a library off by less than one position.
    /// </summary>
    public static R CosOfPi<R>(long k, long n)
        where R : struct, IReal<R> => CosOfPi<R>((double)(k % (2 * n)) / n, (double)k / n);

    /// <summary><c>cos πx</c>, likewise.</summary>
    public static R CosOfPi<R>(double x)
        where R : struct, IReal<R> => CosOfPi<R>(x, x);

    /// <summary>From one value to another, at a share of the way.</summary>
    public static R Between<R>(Anneal how, R start, R end, double share)
        where R : struct, IReal<R> => how == Anneal.Cos
            ? end + (start - end) / R.Two * (CosOfPi<R>(share) + R.One)
            : (end - start) * R.Exact(share) + start;

    /// <summary>xᵖ for a base of at least 0 and any exponent of at least 0.</summary>
    public static R Power<R>(R x, double exponent)
        where R : struct, IReal<R> => exponent == Math.Floor(exponent) && exponent < int.MaxValue
            ? R.Pow(x, (long)exponent)
            : R.Where(x <= R.Zero, R.Zero, R.Exp(R.Exact(exponent) * R.Log(x)));

    // A cosine moves by at most as much as its argument: 4 half-units of the whole argument, and as many in computing it here.
    static R CosOfPi<R>(double reduced, double whole)
        where R : struct, IReal<R>
    {
        double cosine = Math.Cos(Math.PI * reduced), off = Math.PI * (Math.Abs(whole) + Math.Abs(reduced)) * 4 * Unit + 2 * Unit;
        return R.Hull(R.Exact(cosine), R.Hull(R.Exact(Math.Max(-1, cosine - off)), R.Exact(Math.Min(1, cosine + off))));
    }
}

using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>A number decomposed as <c>2^N · (1 + F)</c> with <c>1 + F</c> between √½ and √2, and its logarithm.</summary>
readonly struct Logarithm<D>(D n, D f) where D : struct, ILanes<D, double>
{
    const double Ln2High = 0.6931471803691238, Ln2Low = 1.9082149292705877e-10;
    const double Rounder = 6755399441055744;
    const ulong RootHalf = 0x3FE6A09E667F3BCD, One = 0x3FF0000000000000;

    /// <summary>log(1 + z) / z as a polynomial in z for −1/32 ≤ z ≤ 1/30; relative error at most 2^-37.52.</summary>
    static ReadOnlySpan<double> ShortCoefficients =>
    [
        1.000000000004957, -0.49999999983337656, 0.3333332475010507, -0.2500008129991941, 0.20022107712890802, -0.16599867941856528,
    ];

    /// <summary>
    /// Approximate inverses of 1 + k/21.6 with 20 bits behind the point, for k from 0 to 9 and then from −6 to −1: for 1 + F near one of them,
    /// the product with its inverse is within what <see cref="ShortCoefficients"/> are for.
    /// </summary>
    static ReadOnlySpan<double> Inverses =>
    [
        1.0, 0.9557523727416992, 0.9152545928955078, 0.8780488967895508, 0.84375, 0.8120298385620117, 0.7826089859008789,
        0.7552452087402344, 0.7297296524047852, 0.7058820724487305, 1.3846149444580078, 1.3012046813964844, 1.2272729873657227,
        1.161290168762207, 1.102041244506836, 1.048543930053711,
    ];

    /// <summary>The negated logarithms of <see cref="Inverses"/>.</summary>
    static ReadOnlySpan<double> Logs =>
    [
        0.0, 0.0452564238120978, 0.08855300880753979, 0.1300529957934404, 0.16989903679539747, 0.2082181924980621, 0.2451220871597085,
        0.28071280267426124, 0.31508115260371394, 0.3483070916325932, -0.32542208254313865, -0.2632905133638032, -0.20479462457361663,
        -0.14953160151618883, -0.09716413698755305, -0.04740246848281893,
    ];

    /// <summary>As <see cref="Inverses"/>, of 1 + k/15 for k from 0 to 15.</summary>
    static ReadOnlySpan<double> UnitInverses =>
    [
        1.0, 0.9375, 0.8823528289794922, 0.8333330154418945, 0.7894735336303711, 0.75, 0.7142858505249023, 0.6818180084228516,
        0.6521739959716797, 0.625, 0.6000003814697266, 0.5769233703613281, 0.5555553436279297, 0.5357141494750977, 0.5172414779663086, 0.5,
    ];

    /// <summary>The negated logarithms of <see cref="UnitInverses"/>.</summary>
    static ReadOnlySpan<double> UnitLogs =>
    [
        0.0, 0.06453852113757118, 0.12516327011058961, 0.18232193826375395, 0.23638896879911186, 0.2876820724517809, 0.33647204588636787,
        0.3829925065692892, 0.42744388767037217, 0.4700036292457356, 0.5108249879833152, 0.5500458282930992, 0.5877870463719184,
        0.6241545633861773, 0.6592454381494188, 0.6931471805599453,
    ];

    /// <summary>(2 artanh s / s − 2) / s² as a polynomial in s² for |s| ≤ 3 − 2√2; relative error of 2 artanh s at most 2^-66.7.</summary>
    static ReadOnlySpan<double> Coefficients =>
    [
        0.6666666666666666, 0.4000000000000625, 0.28571428569083424, 0.22222222647389506,
        0.1818177560567998, 0.153870937757242, 0.13250043036092274, 0.13252063473514875,
    ];

    public readonly D N = n;
    public readonly D F = f;

    /// <summary>Decomposes a positive normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Logarithm<D> Of(D x)
    {
        D moved = D.AddBits(x, Bits(One - RootHalf));
        D n = (D.ShiftDown(moved, 52) | D.All(4503599627370496)) - (4503599627370496.0 + 1023);
        return new(n, D.AddBits(moved & Bits(0x000FFFFFFFFFFFFF), Bits(RootHalf)) - 1);
    }

    /// <summary>log(1 + f) for 0 ≤ f ≤ 1, with a relative error of at most 2^-37.5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D OfUnit(D f)
    {
        D step = D.MultiplyAdd(f, 15, Rounder), inverse = Table.Entry(UnitInverses, step);
        D z = D.MultiplyAdd(f, inverse, inverse - 1);
        return D.MultiplyAdd(z, D.Polynomial(z, ShortCoefficients), Table.Entry(UnitLogs, step));
    }

    /// <summary>The logarithm, with a relative error of at most 2^-37.5.</summary>
    public D Short
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            D step = D.MultiplyAdd(F, 21.6, Rounder), inverse = Table.Entry(Inverses, step);
            D z = D.MultiplyAdd(F, inverse, inverse - 1);
            return D.MultiplyAdd(z, D.Polynomial(z, ShortCoefficients), D.MultiplyAdd(N, 0.6931471805599453, Table.Entry(Logs, step)));
        }
    }

    /// <summary>The logarithm of <c>2^N · (1 + F + small)</c> in double-double.</summary>
    /// <remarks>
    /// <c>log(1 + f) = f − ½f² + s(½f² + s²P(s²))</c> with <c>s = f/(2 + f)</c>, as in Sun's fdlibm; here ½f² and the sums are in
    /// double-double.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<D> Long(D small)
    {
        D s = F / (F + 2), z = s * s;
        D top = Pair<D>.Top(F);
        D square = top * top * 0.5, squareRest = (F - top) * (F + top) * 0.5;
        D bend = s * (square + squareRest + z * D.Polynomial(z, Coefficients)) - squareRest;
        var near = Pair<D>.SumOrdered(F, -square);
        var sum = Pair<D>.SumOrdered(N * Ln2High, near.High);
        return new(sum.High, sum.Low + (near.Low + (bend + (N * Ln2Low + (small - small * F)))));
    }

    /// <summary>The special cases: −∞ at 0, NaN below 0, x itself at ∞ and NaN; else <paramref name="value"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Ends(D x, D value)
    {
        D zero = D.All(0), infinity = D.All(double.PositiveInfinity);
        D beyond = D.Select(D.Equal(x, zero), -infinity, D.Select(x < zero, D.All(double.NaN), x));
        return D.Select((x > zero) & (x < infinity), value, beyond);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static D Bits(ulong bits) => D.All(BitConverter.UInt64BitsToDouble(bits));
}

using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>A running sum and its accumulated rounding error.</summary>
readonly record struct Total(double Sum, double Rest)
{
    // Checking for an open table of Beyond costs more than the arithmetic, and a boxed number shows as NaN here.

    /// <summary>The sum with its error added, rounded once; if the sum itself is infinite or NaN, the sum.</summary>
    public double Value => Sum + Rest is var value && double.IsFinite(value) ? value : Far;

    /// <summary>The rounding error of <see cref="Value"/>; 0 where it is not finite.</summary>
    public double Lost => Sum - Value + Rest is var lost && double.IsFinite(lost) ? lost : FarLost;

    double Far
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get
        {
            Number sum = Sum, rest = Rest;
            return rest.IsFinite ? sum + rest : sum;
        }
    }

    double FarLost
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => (Number)Sum - Value + Rest is var lost && lost.IsFinite ? lost : 0;
    }

    public static Total operator +(Total a, Total b)
    {
        double sum = a.Sum + b.Sum, fromB = sum - a.Sum, rest = a.Rest + b.Rest + (a.Sum - (sum - fromB) + (b.Sum - fromB));
        return double.IsFinite(rest) ? new(sum, rest) : FarSum(a, b, new(sum, rest));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Total FarSum(Total a, Total b, Total plain)
    {
        if (!Beyond.IsOpen)
            return plain;
        var exact = Pair<Wide<double>>.Sum(a.Sum, b.Sum);
        return new(exact.High, (Wide<double>)a.Rest + b.Rest + exact.Low);
    }
}

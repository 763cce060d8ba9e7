using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>A running sum and what rounding has taken from it.</summary>
readonly record struct Total(double Sum, double Rest)
{
    // Asking whether numbers are kept costs more than the arithmetic, and one that is kept is NaN here.

    /// <summary>The sum, rounded once; an infinity or NaN is what the sum itself came to.</summary>
    public double Value => Sum + Rest is var value && double.IsFinite(value) ? value : Far;

    /// <summary>What the value leaves out; 0 where it is no number.</summary>
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

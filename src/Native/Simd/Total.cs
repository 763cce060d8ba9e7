namespace ParityNet.Native.Simd;

/// <summary>A running sum and what rounding has taken from it.</summary>
readonly record struct Total(double Sum, double Rest)
{
    /// <summary>The sum, rounded once; an infinity or NaN is what the sum itself came to.</summary>
    public double Value => Beyond.IsOpen ? (Wide<double>)Sum + Rest : double.IsFinite(Rest) ? Sum + Rest : Sum;

    /// <summary>What the value leaves out; 0 where it is no number.</summary>
    public double Lost => Beyond.IsOpen ? (Wide<double>)Sum - Value + Rest : Sum - Value + Rest is var lost && double.IsFinite(lost) ? lost : 0;

    public static Total operator +(Total a, Total b)
    {
        if (Beyond.IsOpen)
        {
            var exact = Pair<Wide<double>>.Sum(a.Sum, b.Sum);
            return new(exact.High, (Wide<double>)a.Rest + b.Rest + exact.Low);
        }
        double sum = a.Sum + b.Sum, fromB = sum - a.Sum;
        return new(sum, a.Rest + b.Rest + (a.Sum - (sum - fromB) + (b.Sum - fromB)));
    }
}

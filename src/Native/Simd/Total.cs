namespace ParityNet.Native.Simd;

/// <summary>A running sum and what rounding has taken from it.</summary>
readonly record struct Total(double Sum, double Rest)
{
    /// <summary>The sum, rounded once; an infinity or NaN is what the sum itself came to.</summary>
    public double Value => Beyond.IsOpen ? ((Number)Rest).IsFinite ? (Number)Sum + Rest : Sum : double.IsFinite(Rest) ? Sum + Rest : Sum;

    /// <summary>What the value leaves out; 0 where it is no number.</summary>
    public double Lost => (Number)Sum - Value + Rest is var lost && lost.IsFinite ? lost : 0;

    public static Total operator +(Total a, Total b)
    {
        if (Beyond.IsOpen)
        {
            var exact = Pair<Number>.Sum(a.Sum, b.Sum);
            return new(exact.High, (Number)a.Rest + b.Rest + exact.Low);
        }
        double sum = a.Sum + b.Sum, fromB = sum - a.Sum;
        return new(sum, a.Rest + b.Rest + (a.Sum - (sum - fromB) + (b.Sum - fromB)));
    }
}

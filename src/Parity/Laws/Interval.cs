namespace ParityNet.Parity.Laws;

/// <summary>All results that correctly rounded arithmetic can lead to: every operation rounds outward by one unit in the last place.</summary>
readonly record struct Interval(double Low, double High)
{
    public double Width => High - Low;

    public bool Holds(double number) => number >= Low && number <= High;

    public static implicit operator Interval(double exact) => new(exact, exact);

    public static Interval operator +(Interval a, Interval b) => Outward(a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a, Interval b) => Outward(a.Low - b.High, a.High - b.Low);

    public static Interval operator *(Interval a, Interval b) => Hull(a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High);

    public static Interval operator /(Interval a, Interval b) => b is { Low: <= 0, High: >= 0 }
        ? throw new DivideByZeroException("The recursion must divide by numbers of one sign: expected an interval without 0, got one with it.")
        : Hull(a.Low / b.Low, a.Low / b.High, a.High / b.Low, a.High / b.High);

    /// <summary>A power from the platform's library, which is off by less than one unit in the last place.</summary>
    public static Interval Pow(double x, long exponent) => Outward(Math.Pow(x, exponent), Math.Pow(x, exponent));

    /// <summary>
    /// <c>cos(πk/n)</c> from an argument that was rounded three times, π included: the cosine moves by at most as much as its argument,
    /// which is at most 3 half-units of it, and the library adds one unit in the last place.
    /// </summary>
    public static Interval CosOfPi(long k, int n)
    {
        double argument = Math.PI * k / n, moved = 3 * (Math.BitIncrement(argument) - argument), cosine = Math.Cos(argument);
        return Outward(cosine - moved, cosine + moved);
    }

    static Interval Hull(double a, double b, double c, double d) =>
        Outward(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));

    static Interval Outward(double low, double high) => new(Math.BitDecrement(low), Math.BitIncrement(high));
}

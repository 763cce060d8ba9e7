namespace ParityNet;

/// <summary>
/// Logarithm and exponential built from correctly rounded operations only, so that random numbers are the same on every machine.
/// </summary>
/// <remarks>The error is a few units in the last place, which does not matter for random numbers.</remarks>
static class PortableMath
{
    // ln 2 in two parts; the first has few enough bits that its product with an exponent is exact.
    const double Ln2High = 0.6931471803691238, Ln2Low = 1.9082149292705877e-10;

    /// <summary>ln x of a positive normal number: k ln 2 + 2 artanh((m − 1)/(m + 1)) where x = m·2ᵏ.</summary>
    public static double Log(double x)
    {
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }
        double s = (mantissa - 1) / (mantissa + 1), square = s * s, sum = 0;
        // At |s| < 0.172 the next term is below 2⁻⁵⁶.
        for (int k = 21; k >= 3; k -= 2)
            sum = (sum + 1.0 / k) * square;
        return exponent * Ln2High + (2 * s + (2 * s * sum + exponent * Ln2Low));
    }

    /// <summary>eˣ where it is neither subnormal nor infinite; 0 below −700.</summary>
    public static double Exp(double x)
    {
        if (x < -700)
            return 0;
        double exponent = Math.Round(x / (Ln2High + Ln2Low));
        double rest = x - exponent * Ln2High - exponent * Ln2Low, sum = 1;
        // At |rest| < 0.35 the next term is below 2⁻⁵⁶.
        for (int k = 14; k >= 1; k--)
            sum = 1 + rest / k * sum;
        return Math.ScaleB(sum, (int)exponent);
    }
}

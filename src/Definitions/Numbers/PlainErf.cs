namespace ParityNet.Definitions.Numbers;

/// <summary>The error function in double.</summary>
static class PlainErf
{
    // Beyond this erf rounds to ±1.
    const double Saturation = 6;

    const double Split = 2.5;
    const int FractionDepth = 80;

    public static double Of(double x)
    {
        double size = Math.Abs(x);
        return double.IsNaN(x) ? x
            : size >= Saturation ? Math.Sign(x)
            : size < Split ? Series(x)
            : Math.CopySign(1 - Complement(size), x);
    }

    // erf x = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·5⋯(2n+1)), whose terms all have the same sign.
    static double Series(double x)
    {
        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > Math.Abs(sum) * Math.ScaleB(1, -54); n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // erfc x = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))), Laplace's continued fraction.
    static double Complement(double x)
    {
        double tail = x;
        for (int k = FractionDepth; k > 0; k--)
            tail = x + k / 2.0 / tail;
        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * tail);
    }
}

using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>Powers with a real exponent, for negative numbers only if it is an integer, as computed by a library's <c>pow</c>.</summary>
static class RealPower
{
    /// <summary><c>a^exponent</c>, whose derivative is <c>exponent·a^(exponent − 1)</c>.</summary>
    public static R Of<R>(R a, double exponent)
        where R : struct, IReal<R>
    {
        if (exponent == 0)
            return R.One;
        if (exponent == 1)
            return a;
        R held = R.Detach(a);
        return R.WithDerivativeOf(Raised(held, exponent, 0), a * (R.FromHost(exponent) * Raised(held, exponent, 1)));
    }

    static R Raised<R>(R a, double exponent, int less)
        where R : struct, IReal<R>
    {
        double power = exponent - less;
        bool isWhole = power == Math.Floor(power);
        if (isWhole && Math.Abs(power) <= 64)
            return power == 1 ? a : R.Pow(a, (long)power);
        R size = isWhole ? R.Abs(a) : a, ofZero = power > 0 ? R.Zero : R.Exact(double.PositiveInfinity);
        R raised = R.Where(R.Equal(a, R.Zero), () => ofZero, () => R.Exp(R.FromHost(Host.Of(exponent) - less) * R.Log(size)));
        return power % 2 is 1 or -1 ? R.Where(a < R.Zero, -raised, raised) : raised;
    }
}

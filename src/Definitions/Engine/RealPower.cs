using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>Powers of numbers of at least 0 with any exponent, as a library's <c>pow</c> gives them.</summary>
static class RealPower
{
    /// <summary><c>a^(exponent − less)</c>; a power that is used for a slope has an exponent less by 1.</summary>
    public static R Of<R>(R a, double exponent, int less = 0)
        where R : struct, IReal<R>
    {
        double power = exponent - less;
        if (power == Math.Floor(power) && Math.Abs(power) <= 64)
            return power == 1 ? a : R.Pow(a, (long)power);
        R ofZero = power > 0 ? R.Zero : R.Exact(double.PositiveInfinity);
        return R.Where(R.Equal(a, R.Zero), () => ofZero, () => R.Exp(R.FromHost(Host.Of(exponent) - less) * R.Log(a)));
    }
}

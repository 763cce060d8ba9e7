namespace ParityNet.Native.Simd;

/// <summary>Functions in <c>double</c> made of the platform's, good to some units in its last place: ample to judge a <c>float</c>.</summary>
static class Truth
{
    /// <remarks>W. Kahan's way: the rounding errors of <c>e^x</c> cancel in the quotient.</remarks>
    public static double Expm1(double x)
    {
        double power = Math.Exp(x);
        // Beyond 40 the 1 no longer counts; below −40 the result is −1.
        if (power == 1 || double.IsNaN(x))
            return x;
        return Math.Abs(x) > 40 ? power - 1 : (power - 1) * (x / Math.Log(power));
    }

    /// <remarks>W. Kahan's way: the rounding error of <c>1 + x</c> cancels in the quotient.</remarks>
    public static double Log1p(double x)
    {
        double sum = 1 + x;
        if (sum == 1)
            return x;
        return Math.Abs(x) > 1152921504606846976 || sum <= 0 ? Math.Log(sum) : Math.Log(sum) * (x / (sum - 1));
    }

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public static double Softplus(double x) => (x < 0 ? 0 : x) + Log1p(Math.Exp(-Math.Abs(x)));

    public static double Own<F>(double x) where F : struct, IElementary
    {
        Span<double> value = [x];
        Maps.Apply<double, F>(value, value, new Plan(VectorWidth.Scalar, 1));
        return value[0];
    }
}

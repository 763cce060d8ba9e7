using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Tests.Simd;

/// <summary>Functions in <c>double</c> made of the platform's, good to some units in its last place: ample to judge a <c>float</c>.</summary>
static class Truth
{
    public static double Of(ElementaryFunction function, double x) => function switch
    {
        ElementaryFunction.Exp => Math.Exp(x),
        ElementaryFunction.Expm1 => Expm1(x),
        ElementaryFunction.Log => Math.Log(x),
        ElementaryFunction.Log1p => Log1p(x),
        ElementaryFunction.Tanh => Math.Tanh(x),
        ElementaryFunction.Sigmoid => Sigmoid(x),
        ElementaryFunction.Softplus => Softplus(x),
        ElementaryFunction.LogSigmoid => -Softplus(-x),
        ElementaryFunction.Erf => Own<Erf>(x),
        ElementaryFunction.NormalCdf => Own<NormalCdf>(x),
        _ => Own<NormalPdf>(x),
    };

    /// <summary>The error of <paramref name="result"/> in units in the last place of a <c>float</c> at <paramref name="truth"/>; infinite where a NaN, an infinity or a sign is wrong.</summary>
    public static double Ulp(float result, double truth)
    {
        float nearest = (float)truth;
        if (BitConverter.SingleToUInt32Bits(result) == BitConverter.SingleToUInt32Bits(nearest) && !float.IsFinite(nearest) || (float.IsNaN(result) && float.IsNaN(nearest)))
            return 0;
        if (!float.IsFinite(result) || !double.IsFinite(truth) || float.IsNegative(result) != double.IsNegative(truth))
            return double.PositiveInfinity;
        return Math.Abs(result - truth) / Math.ScaleB(1, Math.Clamp(Math.ILogB(truth), -126, 127) - 23);
    }

    /// <remarks>W. Kahan's way: the rounding errors of <c>e^x</c> cancel in the quotient.</remarks>
    static double Expm1(double x)
    {
        double power = Math.Exp(x);
        // Beyond 40 the 1 no longer counts; below −40 the result is −1.
        if (power == 1 || double.IsNaN(x))
            return x;
        return Math.Abs(x) > 40 ? power - 1 : (power - 1) * (x / Math.Log(power));
    }

    /// <remarks>W. Kahan's way: the rounding error of <c>1 + x</c> cancels in the quotient.</remarks>
    static double Log1p(double x)
    {
        double sum = 1 + x;
        if (sum == 1)
            return x;
        return Math.Abs(x) > 1152921504606846976 || sum <= 0 ? Math.Log(sum) : Math.Log(sum) * (x / (sum - 1));
    }

    static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    static double Softplus(double x) => (x < 0 ? 0 : x) + Log1p(Math.Exp(-Math.Abs(x)));

    static double Own<F>(double x) where F : struct, IElementary
    {
        Span<double> value = [x];
        Maps.Apply<double, F>(value, value, new Plan(VectorWidth.Scalar, 1));
        return value[0];
    }
}

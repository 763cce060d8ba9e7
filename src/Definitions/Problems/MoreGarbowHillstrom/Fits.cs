using ParityNet.Definitions.Numbers;
using static ParityNet.Definitions.Problems.Integers;

namespace ParityNet.Definitions.Problems;

// Models fitted to measurements y, which stand in the data file.

// 8
sealed class Bard(DecimalNumber[] y) : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(1, y.Length, u =>
    {
        int v = 16 - u, w = Math.Min(u, v);
        return y[u - 1].Of<R>() - (x[0] + u / (v * x[1] + w * x[2]));
    });
}

// 9
sealed class Gaussian(DecimalNumber[] y) : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> =>
        Each(1, y.Length, i => x[0] * R.Exp(-(x[1] * R.Square(Ratio<R>(8 - i, 2) - x[2]) / 2)) - y[i - 1].Of<R>());
}

// 10
sealed class Meyer(DecimalNumber[] y) : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> =>
        Each(1, y.Length, i => x[0] * R.Exp(x[1] / (x[2] + (45 + 5 * i))) - y[i - 1].Of<R>());
}

// 11. The paper's "yᵢ m i x₂" is a misprint: only yᵢ − x₂ has the solution that it gives.
sealed class GulfResearch : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(1, 99, i =>
    {
        R t = Ratio<R>(i, 100), y = 25 + R.Pow(-50 * R.Log(t), Ratio<R>(2, 3));
        return R.Exp(-(R.Pow(R.Abs(y - x[1]), x[2]) / x[0])) - t;
    });
}

// 15
sealed class KowalikOsborne(DecimalNumber[] y, DecimalNumber[] u) : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(0, y.Length - 1, i =>
    {
        R at = u[i].Of<R>(), square = R.Square(at);
        return y[i].Of<R>() - x[0] * (square + at * x[1]) / (square + at * x[2] + x[3]);
    });
}

// 17
sealed class OsborneOne(DecimalNumber[] y) : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(0, y.Length - 1, i =>
        y[i].Of<R>() - (x[0] + x[1] * R.Exp(-(10 * i * x[3])) + x[2] * R.Exp(-(10 * i * x[4]))));
}

// 19
sealed class OsborneTwo(DecimalNumber[] y) : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(0, y.Length - 1, i =>
    {
        R t = Ratio<R>(i, 10);
        return y[i].Of<R>() - (x[0] * R.Exp(-(t * x[4])) + Peak(1) + Peak(2) + Peak(3));

        R Peak(int k) => x[k] * R.Exp(-(R.Square(t - x[7 + k]) * x[4 + k]));
    });
}

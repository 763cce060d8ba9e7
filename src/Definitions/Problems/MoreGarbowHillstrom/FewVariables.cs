using ParityNet.Definitions.Numbers;
using static ParityNet.Definitions.Problems.Integers;

namespace ParityNet.Definitions.Problems;

// The names and the numbers of J. J. Moré, B. S. Garbow and K. E. Hillstrom, Testing unconstrained optimization software, 1981.

// 2
sealed class FreudensteinRoth : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> =>
    [
        x[0] - 13 + ((5 - x[1]) * x[1] - 2) * x[1],
        x[0] - 29 + ((x[1] + 1) * x[1] - 14) * x[1],
    ];
}

// 3
sealed class PowellBadlyScaled : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> =>
        [10_000 * (x[0] * x[1]) - 1, R.Exp(-x[0]) + R.Exp(-x[1]) - Ratio<R>(10_001, 10_000)];
}

// 4
sealed class BrownBadlyScaled : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => [x[0] - 1_000_000, x[1] - Ratio<R>(2, 1_000_000), x[0] * x[1] - 2];
}

// 5
sealed class Beale : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> =>
    [
        Ratio<R>(3, 2) - x[0] * (1 - x[1]), Ratio<R>(9, 4) - x[0] * (1 - R.Square(x[1])), Ratio<R>(21, 8) - x[0] * (1 - R.Pow(x[1], 3)),
    ];
}

// 6
sealed class JennrichSampson : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(1, 10, i => R.Exact(2 + 2 * i) - (R.Exp(i * x[0]) + R.Exp(i * x[1])));
}

// 7
sealed class HelicalValley : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        R turn = R.Atan(x[1] / x[0]) / (2 * R.Pi);
        R theta = R.Where(x[0] > R.Zero, turn, turn + R.Half);
        return [10 * (x[2] - 10 * theta), 10 * (R.Sqrt(R.Square(x[0]) + R.Square(x[1])) - 1), x[2]];
    }
}

// 12
sealed class Box : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(1, 10, i =>
    {
        R t = Ratio<R>(i, 10);
        return R.Exp(-t * x[0]) - R.Exp(-t * x[1]) - x[2] * (R.Exp(-t) - R.Exp(R.Exact(-i)));
    });
}

// 14
sealed class Wood : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        R root = R.Sqrt(R.Exact(10));
        return
        [
            10 * (x[1] - R.Square(x[0])),
            1 - x[0],
            3 * root * (x[3] - R.Square(x[2])),
            1 - x[2],
            root * (x[1] + x[3] - 2),
            (x[1] - x[3]) / root,
        ];
    }
}

// 16
sealed class BrownDennis : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(1, 20, i =>
    {
        R t = Ratio<R>(i, 5);
        return R.Square(x[0] + t * x[1] - R.Exp(t)) + R.Square(x[2] + x[3] * R.Sin(t) - R.Cos(t));
    });
}

// 18
sealed class Biggs : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(1, 13, i =>
    {
        R t = Ratio<R>(i, 10), y = R.Exp(-t) - 5 * R.Exp(R.Exact(-i)) + 3 * R.Exp(Ratio<R>(-4 * i, 10));
        return x[2] * R.Exp(-t * x[0]) - x[3] * R.Exp(-t * x[1]) + x[5] * R.Exp(-t * x[4]) - y;
    });
}

using ParityNet.Definitions.Numbers;
using static ParityNet.Definitions.Problems.Integers;

namespace ParityNet.Definitions.Problems;

// Problems for any number of variables, which that of the starting point is.

// 1 and 21
sealed class Rosenbrock : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> =>
        Each(0, x.Length - 1, i => int.IsEvenInteger(i) ? 10 * (x[i + 1] - R.Square(x[i])) : 1 - x[i - 1]);
}

// 13 and 22
sealed class PowellSingular : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(0, x.Length - 1, i => (i % 4) switch
    {
        0 => x[i] + 10 * x[i + 1],
        1 => R.Sqrt(R.Exact(5)) * (x[i + 1] - x[i + 2]),
        2 => R.Square(x[i - 1] - 2 * x[i]),
        _ => R.Sqrt(R.Exact(10)) * R.Square(x[i - 3] - x[i]),
    });
}

// 20
sealed class Watson : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> =>
    [
        .. Each(1, 29, i =>
        {
            R t = Ratio<R>(i, 29), slope = R.Zero, value = R.Zero;
            for (int j = x.Length - 1; j >= 0; j--)
            {
                value = value * t + x[j];
                slope = j > 0 ? slope * t + j * x[j] : slope;
            }

            return slope - R.Square(value) - 1;
        }),
        x[0],
        x[1] - R.Square(x[0]) - 1,
    ];
}

// 23
sealed class PenaltyOne : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> =>
        [.. Each(0, x.Length - 1, i => R.Sqrt(Ratio<R>(1, 100_000)) * (x[i] - 1)), Sum(0, x.Length - 1, j => R.Square(x[j])) - Ratio<R>(1, 4)];
}

// 24
sealed class PenaltyTwo : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        int n = x.Length;
        R root = R.Sqrt(Ratio<R>(1, 100_000));
        return
        [
            x[0] - Ratio<R>(1, 5),
            .. Each(2, n, i => root * (R.Exp(x[i - 1] / 10) + R.Exp(x[i - 2] / 10) - (R.Exp(Ratio<R>(i, 10)) + R.Exp(Ratio<R>(i - 1, 10))))),
            .. Each(2, n, i => root * (R.Exp(x[i - 1] / 10) - R.Exp(Ratio<R>(-1, 10)))),
            Sum(1, n, j => (n - j + 1) * R.Square(x[j - 1])) - 1,
        ];
    }
}

// 25
sealed class VariablyDimensioned : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        R sum = Sum(1, x.Length, j => j * (x[j - 1] - 1));
        return [.. Each(0, x.Length - 1, i => x[i] - 1), sum, R.Square(sum)];
    }
}

// 26
sealed class Trigonometric : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        R sum = x.Length - Sum(0, x.Length - 1, j => R.Cos(x[j]));
        return Each(1, x.Length, i => sum + i * (1 - R.Cos(x[i - 1])) - R.Sin(x[i - 1]));
    }
}

// 27
sealed class BrownAlmostLinear : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        int n = x.Length;
        R sum = Sum(0, n - 1, j => x[j]), product = x.Aggregate((a, b) => a * b);
        return [.. Each(0, n - 2, i => x[i] + sum - (n + 1)), product - 1];
    }
}

// 28
sealed class DiscreteBoundaryValue : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        int n = x.Length;
        return Each(1, n, i => 2 * At(i) - At(i - 1) - At(i + 1) + R.Pow(At(i) + Ratio<R>(i, n + 1) + 1, 3) / (2 * (n + 1) * (n + 1)));

        R At(int i) => i == 0 || i > n ? R.Zero : x[i - 1];
    }
}

// 29
sealed class DiscreteIntegralEquation : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        int n = x.Length;
        R[] t = Each(1, n, j => Ratio<R>(j, n + 1)), cubes = Each(0, n - 1, j => R.Pow(x[j] + t[j] + 1, 3));
        return Each(0, n - 1, i => x[i]
            + ((1 - t[i]) * Sum(0, i, j => t[j] * cubes[j]) + t[i] * Sum(i + 1, n - 1, j => (1 - t[j]) * cubes[j])) / (2 * (n + 1)));
    }
}

// 30
sealed class BroydenTridiagonal : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        return Each(0, x.Length - 1, i => (3 - 2 * x[i]) * x[i] - At(i - 1) - 2 * At(i + 1) + 1);

        R At(int i) => i < 0 || i == x.Length ? R.Zero : x[i];
    }
}

// 31
sealed class BroydenBanded : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R> => Each(0, x.Length - 1, i =>
        x[i] * (2 + 5 * R.Square(x[i])) + 1
        - Sum(Math.Max(0, i - 5), Math.Min(x.Length - 1, i + 1), j => j == i ? R.Zero : x[j] * (1 + x[j])));
}

// 32
sealed class LinearFullRank(int residuals) : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        R sum = Sum(0, x.Length - 1, j => x[j]);
        return Each(0, residuals - 1, i => (i < x.Length ? x[i] : R.Zero) - Ratio<R>(2, residuals) * sum - 1);
    }
}

// 33
sealed class LinearRankOne(int residuals) : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        R sum = Sum(1, x.Length, j => j * x[j - 1]);
        return Each(1, residuals, i => i * sum - 1);
    }
}

// 34
sealed class LinearRankOneZeros(int residuals) : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        R sum = Sum(2, x.Length - 1, j => j * x[j - 1]);
        return Each(1, residuals, i => i == 1 || i == residuals ? R.Exact(-1) : (i - 1) * sum - 1);
    }
}

// 35
sealed class Chebyquad : IVectorFormula
{
    public R[] Values<R>(R[] x) where R : struct, IReal<R>
    {
        int n = x.Length;
        R[] before = Each(0, n - 1, _ => R.One), now = Each(0, n - 1, j => 2 * x[j] - 1), values = new R[n];
        for (int i = 1; i <= n; i++)
        {
            R mean = now.Aggregate((a, b) => a + b) / n;
            values[i - 1] = int.IsEvenInteger(i) ? mean + Ratio<R>(1, i * i - 1) : mean;
            (before, now) = (now, Each(0, n - 1, j => 2 * (2 * x[j] - 1) * now[j] - before[j]));
        }

        return values;
    }
}

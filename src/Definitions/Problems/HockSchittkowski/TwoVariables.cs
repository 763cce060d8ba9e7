using static ParityNet.Definitions.Problems.Integers;

namespace ParityNet.Definitions.Problems;

// The numbers are those of W. Hock and K. Schittkowski, Test examples for nonlinear programming codes, 1981.

sealed class Hs1 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => 100 * R.Square(x[1] - R.Square(x[0])) + R.Square(1 - x[0]);
}

sealed class Hs2 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => 100 * R.Square(x[1] - R.Square(x[0])) + R.Square(1 - x[0]);
}

sealed class Hs3 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => x[1] + R.Square(x[1] - x[0]) / 100_000;
}

sealed class Hs4 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Pow(x[0] + 1, 3) / 3 + x[1];
}

sealed class Hs5 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Sin(x[0] + x[1]) + R.Square(x[0] - x[1]) - 3 * x[0] / 2 + 5 * x[1] / 2 + 1;
}

sealed class Hs6 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(1 - x[0]);

    protected override R[] Zero<R>(R[] x) => [10 * (x[1] - R.Square(x[0]))];
}

sealed class Hs7 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Log(1 + R.Square(x[0])) - x[1];

    protected override R[] Zero<R>(R[] x) => [R.Square(1 + R.Square(x[0])) + R.Square(x[1]) - 4];
}

sealed class Hs9 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Sin(R.Pi * x[0] / 12) * R.Cos(R.Pi * x[1] / 16);

    protected override R[] Zero<R>(R[] x) => [4 * x[0] - 3 * x[1]];
}

sealed class Hs10 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => x[0] - x[1];

    protected override R[] AtLeastZero<R>(R[] x) => [2 * (x[0] * x[1]) - 3 * R.Square(x[0]) - R.Square(x[1]) + 1];
}

sealed class Hs11 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - 5) + R.Square(x[1]) - 25;

    protected override R[] AtLeastZero<R>(R[] x) => [x[1] - R.Square(x[0])];
}

sealed class Hs12 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0]) / 2 + R.Square(x[1]) - x[0] * x[1] - 7 * x[0] - 7 * x[1];

    protected override R[] AtLeastZero<R>(R[] x) => [25 - 4 * R.Square(x[0]) - R.Square(x[1])];
}

sealed class Hs13 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - 2) + R.Square(x[1]);

    protected override R[] AtLeastZero<R>(R[] x) => [R.Pow(1 - x[0], 3) - x[1]];
}

sealed class Hs14 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - 2) + R.Square(x[1] - 1);

    protected override R[] AtLeastZero<R>(R[] x) => [1 - R.Square(x[0]) / 4 - R.Square(x[1])];

    protected override R[] Zero<R>(R[] x) => [x[0] - 2 * x[1] + 1];
}

sealed class Hs15 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => 100 * R.Square(x[1] - R.Square(x[0])) + R.Square(1 - x[0]);

    protected override R[] AtLeastZero<R>(R[] x) => [x[0] * x[1] - 1, x[0] + R.Square(x[1])];
}

sealed class Hs16 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => 100 * R.Square(x[1] - R.Square(x[0])) + R.Square(1 - x[0]);

    protected override R[] AtLeastZero<R>(R[] x) => [x[0] + R.Square(x[1]), R.Square(x[0]) + x[1]];
}

sealed class Hs17 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => 100 * R.Square(x[1] - R.Square(x[0])) + R.Square(1 - x[0]);

    protected override R[] AtLeastZero<R>(R[] x) => [R.Square(x[1]) - x[0], R.Square(x[0]) - x[1]];
}

sealed class Hs18 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0]) / 100 + R.Square(x[1]);

    protected override R[] AtLeastZero<R>(R[] x) => [x[0] * x[1] - 25, R.Square(x[0]) + R.Square(x[1]) - 25];
}

sealed class Hs19 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Pow(x[0] - 10, 3) + R.Pow(x[1] - 20, 3);

    protected override R[] AtLeastZero<R>(R[] x) =>
    [
        R.Square(x[0] - 5) + R.Square(x[1] - 5) - 100,
        Ratio<R>(8281, 100) - R.Square(x[1] - 5) - R.Square(x[0] - 6),
    ];
}

sealed class Hs20 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => 100 * R.Square(x[1] - R.Square(x[0])) + R.Square(1 - x[0]);

    protected override R[] AtLeastZero<R>(R[] x) => [x[0] + R.Square(x[1]), R.Square(x[0]) + x[1], R.Square(x[0]) + R.Square(x[1]) - 1];
}

sealed class Hs21 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0]) / 100 + R.Square(x[1]) - 100;

    protected override R[] AtLeastZero<R>(R[] x) => [10 * x[0] - x[1] - 10];
}

sealed class Hs22 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - 2) + R.Square(x[1] - 1);

    protected override R[] AtLeastZero<R>(R[] x) => [2 - x[0] - x[1], x[1] - R.Square(x[0])];
}

sealed class Hs23 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0]) + R.Square(x[1]);

    protected override R[] AtLeastZero<R>(R[] x) =>
    [
        x[0] + x[1] - 1,
        R.Square(x[0]) + R.Square(x[1]) - 1,
        9 * R.Square(x[0]) + R.Square(x[1]) - 9,
        R.Square(x[0]) - x[1],
        R.Square(x[1]) - x[0],
    ];
}

sealed class Hs24 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => (R.Square(x[0] - 3) - 9) * R.Pow(x[1], 3) / (27 * R.Sqrt(R.Exact(3)));

    protected override R[] AtLeastZero<R>(R[] x) =>
    [
        x[0] / R.Sqrt(R.Exact(3)) - x[1],
        x[0] + R.Sqrt(R.Exact(3)) * x[1],
        6 - x[0] - R.Sqrt(R.Exact(3)) * x[1],
    ];
}

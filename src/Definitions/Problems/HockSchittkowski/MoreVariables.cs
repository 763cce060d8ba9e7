using static ParityNet.Definitions.Problems.Integers;

namespace ParityNet.Definitions.Problems;

// The numbers are those of W. Hock and K. Schittkowski, Test examples for nonlinear programming codes, 1981.

sealed class Hs39 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => -x[0];

    protected override R[] Zero<R>(R[] x) => [x[1] - R.Pow(x[0], 3) - R.Square(x[2]), R.Square(x[0]) - x[1] - R.Square(x[3])];
}

sealed class Hs40 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => -(x[0] * x[1] * x[2] * x[3]);

    protected override R[] Zero<R>(R[] x) => [R.Pow(x[0], 3) + R.Square(x[1]) - 1, R.Square(x[0]) * x[3] - x[2], R.Square(x[3]) - x[1]];
}

sealed class Hs42 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - 1) + R.Square(x[1] - 2) + R.Square(x[2] - 3) + R.Square(x[3] - 4);

    protected override R[] Zero<R>(R[] x) => [x[0] - 2, R.Square(x[2]) + R.Square(x[3]) - 2];
}

sealed class Hs43 : ConstrainedFormula
{
    public override R Value<R>(R[] x) =>
        R.Square(x[0]) + R.Square(x[1]) + 2 * R.Square(x[2]) + R.Square(x[3]) - 5 * x[0] - 5 * x[1] - 21 * x[2] + 7 * x[3];

    protected override R[] AtLeastZero<R>(R[] x) =>
    [
        8 - R.Square(x[0]) - R.Square(x[1]) - R.Square(x[2]) - R.Square(x[3]) - x[0] + x[1] - x[2] + x[3],
        10 - R.Square(x[0]) - 2 * R.Square(x[1]) - R.Square(x[2]) - 2 * R.Square(x[3]) + x[0] + x[3],
        5 - 2 * R.Square(x[0]) - R.Square(x[1]) - R.Square(x[2]) - 2 * x[0] + x[1] + x[3],
    ];
}

sealed class Hs48 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - 1) + R.Square(x[1] - x[2]) + R.Square(x[3] - x[4]);

    protected override R[] Zero<R>(R[] x) => [x[0] + x[1] + x[2] + x[3] + x[4] - 5, x[2] - 2 * (x[3] + x[4]) + 3];
}

sealed class Hs50 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - x[1]) + R.Square(x[1] - x[2]) + R.Pow(x[2] - x[3], 4) + R.Square(x[3] - x[4]);

    protected override R[] Zero<R>(R[] x) =>
    [
        x[0] + 2 * x[1] + 3 * x[2] - 6,
        x[1] + 2 * x[2] + 3 * x[3] - 6,
        x[2] + 2 * x[3] + 3 * x[4] - 6,
    ];
}

sealed class Hs51 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - x[1]) + R.Square(x[1] + x[2] - 2) + R.Square(x[3] - 1) + R.Square(x[4] - 1);

    protected override R[] Zero<R>(R[] x) => [x[0] + 3 * x[1] - 4, x[2] + x[3] - 2 * x[4], x[1] - x[4]];
}

sealed class Hs52 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(4 * x[0] - x[1]) + R.Square(x[1] + x[2] - 2) + R.Square(x[3] - 1) + R.Square(x[4] - 1);

    protected override R[] Zero<R>(R[] x) => [x[0] + 3 * x[1], x[2] + x[3] - 2 * x[4], x[1] - x[4]];
}

sealed class Hs53 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - x[1]) + R.Square(x[1] + x[2] - 2) + R.Square(x[3] - 1) + R.Square(x[4] - 1);

    protected override R[] Zero<R>(R[] x) => [x[0] + 3 * x[1], x[2] + x[3] - 2 * x[4], x[1] - x[4]];
}

sealed class Hs71 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2];

    protected override R[] AtLeastZero<R>(R[] x) => [x[0] * x[1] * x[2] * x[3] - 25];

    protected override R[] Zero<R>(R[] x) => [R.Square(x[0]) + R.Square(x[1]) + R.Square(x[2]) + R.Square(x[3]) - 40];
}

sealed class Hs76 : ConstrainedFormula
{
    public override R Value<R>(R[] x) =>
        R.Square(x[0]) + R.Square(x[1]) / 2 + R.Square(x[2]) + R.Square(x[3]) / 2 - x[0] * x[2] + x[2] * x[3] - x[0] - 3 * x[1] + x[2]
        - x[3];

    protected override R[] AtLeastZero<R>(R[] x) =>
    [
        5 - x[0] - 2 * x[1] - x[2] - x[3],
        4 - 3 * x[0] - x[1] - 2 * x[2] + x[3],
        x[1] + 4 * x[2] - Ratio<R>(3, 2),
    ];
}

sealed class Hs77 : ConstrainedFormula
{
    public override R Value<R>(R[] x) =>
        R.Square(x[0] - 1) + R.Square(x[0] - x[1]) + R.Square(x[2] - 1) + R.Pow(x[3] - 1, 4) + R.Pow(x[4] - 1, 6);

    protected override R[] Zero<R>(R[] x) =>
    [
        R.Square(x[0]) * x[3] + R.Sin(x[3] - x[4]) - 2 * R.Sqrt(R.Two),
        x[1] + R.Pow(x[2], 4) * R.Square(x[3]) - 8 - R.Sqrt(R.Two),
    ];
}

sealed class Hs78 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => x[0] * x[1] * x[2] * x[3] * x[4];

    protected override R[] Zero<R>(R[] x) =>
    [
        R.Square(x[0]) + R.Square(x[1]) + R.Square(x[2]) + R.Square(x[3]) + R.Square(x[4]) - 10,
        x[1] * x[2] - 5 * (x[3] * x[4]),
        R.Pow(x[0], 3) + R.Pow(x[1], 3) + 1,
    ];
}

sealed class Hs79 : ConstrainedFormula
{
    public override R Value<R>(R[] x) =>
        R.Square(x[0] - 1) + R.Square(x[0] - x[1]) + R.Square(x[1] - x[2]) + R.Pow(x[2] - x[3], 4) + R.Pow(x[3] - x[4], 4);

    protected override R[] Zero<R>(R[] x) =>
    [
        x[0] + R.Square(x[1]) + R.Pow(x[2], 3) - 2 - 3 * R.Sqrt(R.Two),
        x[1] - R.Square(x[2]) + x[3] + 2 - 2 * R.Sqrt(R.Two),
        x[0] * x[4] - 2,
    ];
}

sealed class Hs80 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Exp(x[0] * x[1] * x[2] * x[3] * x[4]);

    protected override R[] Zero<R>(R[] x) =>
    [
        R.Square(x[0]) + R.Square(x[1]) + R.Square(x[2]) + R.Square(x[3]) + R.Square(x[4]) - 10,
        x[1] * x[2] - 5 * (x[3] * x[4]),
        R.Pow(x[0], 3) + R.Pow(x[1], 3) + 1,
    ];
}

sealed class Hs100 : ConstrainedFormula
{
    public override R Value<R>(R[] x) =>
        R.Square(x[0] - 10) + 5 * R.Square(x[1] - 12) + R.Pow(x[2], 4) + 3 * R.Square(x[3] - 11) + 10 * R.Pow(x[4], 6)
        + 7 * R.Square(x[5]) + R.Pow(x[6], 4) - 4 * (x[5] * x[6]) - 10 * x[5] - 8 * x[6];

    protected override R[] AtLeastZero<R>(R[] x) =>
    [
        127 - 2 * R.Square(x[0]) - 3 * R.Pow(x[1], 4) - x[2] - 4 * R.Square(x[3]) - 5 * x[4],
        282 - 7 * x[0] - 3 * x[1] - 10 * R.Square(x[2]) - x[3] + x[4],
        196 - 23 * x[0] - R.Square(x[1]) - 6 * R.Square(x[5]) + 8 * x[6],
        3 * (x[0] * x[1]) - 4 * R.Square(x[0]) - R.Square(x[1]) - 2 * R.Square(x[2]) - 5 * x[5] + 11 * x[6],
    ];
}

sealed class Hs113 : ConstrainedFormula
{
    public override R Value<R>(R[] x) =>
        R.Square(x[0]) + R.Square(x[1]) + x[0] * x[1] - 14 * x[0] - 16 * x[1] + R.Square(x[2] - 10) + 4 * R.Square(x[3] - 5)
        + R.Square(x[4] - 3) + 2 * R.Square(x[5] - 1) + 5 * R.Square(x[6]) + 7 * R.Square(x[7] - 11) + 2 * R.Square(x[8] - 10)
        + R.Square(x[9] - 7) + 45;

    protected override R[] AtLeastZero<R>(R[] x) =>
    [
        105 - 4 * x[0] - 5 * x[1] + 3 * x[6] - 9 * x[7],
        8 * x[1] - 10 * x[0] + 17 * x[6] - 2 * x[7],
        8 * x[0] - 2 * x[1] - 5 * x[8] + 2 * x[9] + 12,
        120 - 3 * R.Square(x[0] - 2) - 4 * R.Square(x[1] - 3) - 2 * R.Square(x[2]) + 7 * x[3],
        40 - 5 * R.Square(x[0]) - 8 * x[1] - R.Square(x[2] - 6) + 2 * x[3],
        30 - R.Square(x[0] - 8) / 2 - 2 * R.Square(x[1] - 4) - 3 * R.Square(x[4]) + x[5],
        2 * (x[0] * x[1]) - R.Square(x[0]) - 2 * R.Square(x[1] - 2) - 14 * x[4] + 6 * x[5],
        3 * x[0] - 6 * x[1] - 12 * R.Square(x[8] - 8) + 7 * x[9],
    ];
}

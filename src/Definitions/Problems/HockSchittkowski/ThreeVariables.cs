namespace ParityNet.Definitions.Problems;

// The numbers are those of W. Hock and K. Schittkowski, Test examples for nonlinear programming codes, 1981.

sealed class Hs26 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - x[1]) + R.Pow(x[1] - x[2], 4);

    protected override R[] Zero<R>(R[] x) => [(1 + R.Square(x[1])) * x[0] + R.Pow(x[2], 4) - 3];
}

sealed class Hs27 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - 1) / 100 + R.Square(x[1] - R.Square(x[0]));

    protected override R[] Zero<R>(R[] x) => [x[0] + R.Square(x[2]) + 1];
}

sealed class Hs28 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] + x[1]) + R.Square(x[1] + x[2]);

    protected override R[] Zero<R>(R[] x) => [x[0] + 2 * x[1] + 3 * x[2] - 1];
}

sealed class Hs29 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => -(x[0] * x[1] * x[2]);

    protected override R[] AtLeastZero<R>(R[] x) => [48 - R.Square(x[0]) - 2 * R.Square(x[1]) - 4 * R.Square(x[2])];
}

sealed class Hs30 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0]) + R.Square(x[1]) + R.Square(x[2]);

    protected override R[] AtLeastZero<R>(R[] x) => [R.Square(x[0]) + R.Square(x[1]) - 1];
}

sealed class Hs31 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => 9 * R.Square(x[0]) + R.Square(x[1]) + 9 * R.Square(x[2]);

    protected override R[] AtLeastZero<R>(R[] x) => [x[0] * x[1] - 1];
}

sealed class Hs32 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] + 3 * x[1] + x[2]) + 4 * R.Square(x[0] - x[1]);

    protected override R[] AtLeastZero<R>(R[] x) => [6 * x[1] + 4 * x[2] - R.Pow(x[0], 3) - 3];

    protected override R[] Zero<R>(R[] x) => [1 - x[0] - x[1] - x[2]];
}

sealed class Hs33 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => (x[0] - 1) * (x[0] - 2) * (x[0] - 3) + x[2];

    protected override R[] AtLeastZero<R>(R[] x) =>
    [
        R.Square(x[2]) - R.Square(x[1]) - R.Square(x[0]),
        R.Square(x[0]) + R.Square(x[1]) + R.Square(x[2]) - 4,
    ];
}

sealed class Hs34 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => -x[0];

    protected override R[] AtLeastZero<R>(R[] x) => [x[1] - R.Exp(x[0]), x[2] - R.Exp(x[1])];
}

sealed class Hs35 : ConstrainedFormula
{
    public override R Value<R>(R[] x) =>
        9 - 8 * x[0] - 6 * x[1] - 4 * x[2] + 2 * R.Square(x[0]) + 2 * R.Square(x[1]) + R.Square(x[2]) + 2 * (x[0] * x[1])
        + 2 * (x[0] * x[2]);

    protected override R[] AtLeastZero<R>(R[] x) => [3 - x[0] - x[1] - 2 * x[2]];
}

sealed class Hs36 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => -(x[0] * x[1] * x[2]);

    protected override R[] AtLeastZero<R>(R[] x) => [72 - x[0] - 2 * x[1] - 2 * x[2]];
}

sealed class Hs37 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => -(x[0] * x[1] * x[2]);

    protected override R[] AtLeastZero<R>(R[] x) => [72 - x[0] - 2 * x[1] - 2 * x[2], x[0] + 2 * x[1] + 2 * x[2]];
}

sealed class Hs60 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - 1) + R.Square(x[0] - x[1]) + R.Pow(x[1] - x[2], 4);

    protected override R[] Zero<R>(R[] x) => [x[0] * (1 + R.Square(x[1])) + R.Pow(x[2], 4) - 4 - 3 * R.Sqrt(R.Two)];
}

sealed class Hs63 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => 1000 - R.Square(x[0]) - 2 * R.Square(x[1]) - R.Square(x[2]) - x[0] * x[1] - x[0] * x[2];

    protected override R[] Zero<R>(R[] x) => [8 * x[0] + 14 * x[1] + 7 * x[2] - 56, R.Square(x[0]) + R.Square(x[1]) + R.Square(x[2]) - 25];
}

sealed class Hs65 : ConstrainedFormula
{
    public override R Value<R>(R[] x) => R.Square(x[0] - x[1]) + R.Square(x[0] + x[1] - 10) / 9 + R.Square(x[2] - 5);

    protected override R[] AtLeastZero<R>(R[] x) => [48 - R.Square(x[0]) - R.Square(x[1]) - R.Square(x[2])];
}

using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Tests.Numbers;

/// <summary>A random expression that every number system can evaluate.</summary>
sealed record Expression(int Operation, double Leaf, Expression? Left, Expression? Right)
{
    const int Operations = 24;

    public static Expression Random(Random random, int depth, Func<double> leaf) => depth == 0 || random.Next(5) == 0
        ? new(-1, leaf(), null, null)
        : new(random.Next(Operations), 0, Random(random, depth - 1, leaf), Random(random, depth - 1, leaf));

    public R Evaluate<R>()
        where R : struct, IReal<R> => Operation < 0 ? R.Exact(Leaf) : Apply(Left!.Evaluate<R>(), Right!.Evaluate<R>());

    public override string ToString() => Operation < 0 ? Leaf.ToString("R") : $"({Operation} {Left} {Right})";

    R Apply<R>(R a, R b)
        where R : struct, IReal<R> => Operation switch
        {
            0 => a + b,
            1 => a - b,
            2 => a * b,
            3 => a / b,
            4 => R.Square(a),
            5 => R.Sqrt(R.Abs(a)),
            6 => R.Exp(a),
            7 => R.Log(R.Abs(a)),
            8 => R.Log1p(R.Square(a)),
            9 => R.Expm1(a),
            10 => R.Tanh(a),
            11 => R.Erf(a),
            12 => R.Sigmoid(a),
            13 => R.Softplus(a),
            14 => R.Max(a, b),
            15 => R.Min(a, b),
            16 => R.Where(a < b, a, b * R.Half),
            17 => R.Sum([a, b, R.Exact(Leaf), a * b, -b], SumClass.Any),
            18 => R.Sqrt(a),
            19 => R.Sin(a),
            20 => R.Cos(a),
            21 => R.Atan(a),
            22 => R.Pow(a, b),
            _ => R.Abs(a) - b,
        };
}

using ParityNet.Definitions.Numbers;
using static ParityNet.Definitions.Problems.Integers;

namespace ParityNet.Definitions.Problems;

// b₁(1 − exp(−b₂x)), of Misra1a and BoxBOD.
sealed class Saturation(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] * (1 - R.Exp(-(b[1] * x)));
}

// b₁(1 − (1 + b₂x/2)⁻²)
sealed class MisraB(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] * (1 - R.Pow(1 + b[1] * x / 2, -2));
}

// b₁(1 − (1 + 2b₂x)^−½)
sealed class MisraC(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] * (1 - 1 / R.Sqrt(1 + 2 * (b[1] * x)));
}

// b₁b₂x/(1 + b₂x)
sealed class MisraD(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] * b[1] * x / (1 + b[1] * x);
}

// b₁x^b₂
sealed class DanielWood(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] * R.Pow(x, b[1]);
}

// exp(−b₁x)/(b₂ + b₃x)
sealed class Chwirut(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => R.Exp(-(b[0] * x)) / (b[1] + b[2] * x);
}

// b₁exp(−b₂x) + b₃exp(−b₄x) + b₅exp(−b₆x)
sealed class Lanczos(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] * R.Exp(-(b[1] * x)) + b[2] * R.Exp(-(b[3] * x)) + b[4] * R.Exp(-(b[5] * x));
}

// b₁(x² + b₂x)/(x² + b₃x + b₄)
sealed class Kowalik(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] * (R.Square(x) + b[1] * x) / (R.Square(x) + b[2] * x + b[3]);
}

// b₁exp(b₂/(x + b₃))
sealed class MeyerModel(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] * R.Exp(b[1] / (x + b[2]));
}

// b₁ + b₂exp(−b₄x) + b₃exp(−b₅x)
sealed class OsborneModel(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] + b[1] * R.Exp(-(b[3] * x)) + b[2] * R.Exp(-(b[4] * x));
}

// (b₁ + b₂x + b₃x² + b₄x³)/(1 + b₅x + b₆x² + b₇x³), of Thurber and Hahn1.
sealed class RationalOfCubes(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) =>
        (b[0] + x * (b[1] + x * (b[2] + x * b[3]))) / (1 + x * (b[4] + x * (b[5] + x * b[6])));
}

// b₁/(1 + exp(b₂ − b₃x))
sealed class Logistic(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] / (1 + R.Exp(b[1] - b[2] * x));
}

// b₁/(1 + exp(b₂ − b₃x))^(1/b₄)
sealed class Richards(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] / R.Pow(1 + R.Exp(b[1] - b[2] * x), 1 / b[3]);
}

// b₁/b₂·exp(−½((x − b₃)/b₂)²)
sealed class Eckerle(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] / b[1] * R.Exp(-(R.Square((x - b[2]) / b[1]) / 2));
}

// b₁(b₂ + x)^(−1/b₃)
sealed class Bennett(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] * R.Pow(b[1] + x, -1 / b[2]);
}

// b₁ − b₂x − artan(b₃/(x − b₄))/π
sealed class Roszman(DecimalNumber[] x, DecimalNumber[] y) : NistModel(x, y)
{
    protected override R Model<R>(R[] b, R x) => b[0] - b[1] * x - R.Atan(b[2] / (x - b[3])) / R.Pi;
}

// log y = b₁ − b₂x₁exp(−b₃x₂)
sealed class Nelson(DecimalNumber[] weeks, DecimalNumber[] temperatures, DecimalNumber[] y) : IVectorFormula
{
    public R[] Values<R>(R[] b) where R : struct, IReal<R> => Each(0, y.Length - 1, i =>
        b[0] - b[1] * weeks[i].Of<R>() * R.Exp(-(b[2] * temperatures[i].Of<R>())) - R.Log(y[i].Of<R>()));
}

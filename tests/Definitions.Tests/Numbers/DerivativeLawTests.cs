using System.Numerics;
using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

/// <summary>Forward and reverse mode have the same rules and the same conventions, at kinks and at special values too.</summary>
public class DerivativeLawTests
{
    const int Functions = 26;

    public static TheoryData<int> All => [.. Enumerable.Range(0, Functions)];

    [Theory, MemberData(nameof(All))]
    public void A_primitive_has_one_derivative_in_points(int function)
    {
        foreach ((double x, double y) in Pairs<double>())
        {
            Plain[] forward = Forward<Plain>(function, new(x), new(y)), backward = Backward<Plain>(function, new(x), new(y));
            Assert.Equal(forward.Select(one => one.Value), backward.Select(one => one.Value));
        }
    }

    [Theory, MemberData(nameof(All))]
    public void A_primitive_has_one_derivative_in_exact_arithmetic(int function)
    {
        foreach ((double x, double y) in Pairs<double>())
        {
            Exact[] forward = Forward(function, Exact.Of(x), Exact.Of(y)), backward = Backward(function, Exact.Of(x), Exact.Of(y));
            Assert.All(forward.Zip(backward), pair => Assert.True(
                pair.First.IsUndecided || pair.Second.IsUndecided || pair.First.ToDouble().Equals(pair.Second.ToDouble()), $"({x}, {y}): {pair}"));
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Enclosures_of_either_mode_hold_the_exact_derivative_in_float(int function) => Encloses<float>(function);

    [Theory, MemberData(nameof(All))]
    public void Enclosures_of_either_mode_hold_the_exact_derivative_in_double(int function) => Encloses<double>(function);

    static void Encloses<T>(int function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach ((double x, double y) in Pairs<T>())
        {
            Enclosure<T> a = Enclosure<T>.Exact(x), b = Enclosure<T>.Exact(y);
            Enclosure<T>[] forward = Forward(function, a, b), backward = Backward(function, a, b);
            Exact[] exact = Forward(function, Exact.Of(x), Exact.Of(y));
            for (int i = 0; i < exact.Length; i++)
            {
                if (exact[i].IsUndecided)
                    continue;
                double truth = double.CreateChecked(T.CreateTruncating(exact[i].ToDouble()));
                Assert.True(forward[i].Admits(truth), $"forward ({x}, {y})[{i}]: {truth} in {forward[i]}");
                Assert.True(backward[i].Admits(truth), $"backward ({x}, {y})[{i}]: {truth} in {backward[i]}");
            }
        }
    }

    static R[] Forward<R>(int function, R x, R y)
        where R : struct, IReal<R> =>
        [
            Of(function, Dual<R>.Variable(x), Dual<R>.Constant(y)).Derivative,
            Of(function, Dual<R>.Constant(x), Dual<R>.Variable(y)).Derivative,
        ];

    static R[] Backward<R>(int function, R x, R y)
        where R : struct, IReal<R>
    {
        var tape = new Tape<R>();
        return tape.Gradient(Of(function, tape.Variable(x), tape.Variable(y)), R.One);
    }

    static IEnumerable<(double X, double Y)> Pairs<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] points = [.. Points.Adversarial<T>().Select(double.CreateChecked)];
        return points.SelectMany(x => (IEnumerable<double>)[0, 1, x, -x, 0.1f, double.PositiveInfinity, double.NaN], (x, y) => (x, y));
    }

    static R Of<R>(int function, R x, R y)
        where R : struct, IReal<R> => function switch
        {
            0 => x + y,
            1 => x - y,
            2 => x * y,
            3 => x / y,
            4 => -x,
            5 => R.Abs(x),
            6 => R.Min(x, y),
            7 => R.Max(x, y),
            8 => R.Square(x),
            9 => R.Pow(x, 3),
            10 => R.Pow(x, 0),
            11 => R.Sqrt(x),
            12 => R.Exp(x),
            13 => R.Log(x),
            14 => R.Log1p(x),
            15 => R.Expm1(x),
            16 => R.Tanh(x),
            17 => R.Erf(x),
            18 => R.Softplus(x),
            19 => R.Where(x > y, x, y),
            20 => R.Where(x >= y, x, R.Detach(y)),
            21 => R.Sin(x),
            22 => R.Cos(x),
            23 => R.Atan(x),
            24 => R.Pow(x, y),
            _ => R.Sum([x, y, R.One], SumClass.Any),
        };
}

using ParityNet.Definitions.Numbers;
using Xunit;
using Dual = ParityNet.Definitions.Numbers.Dual<ParityNet.Definitions.Numbers.Enclosure<float>>;

namespace ParityNet.Definitions.Tests.Numbers;

public class DualTests
{
    [Fact]
    public void Derivatives_of_functions_hold_the_textbook_values()
    {
        foreach (double x in (double[])[0.125, 0.5, 1.25, 3])
        {
            AssertDerivative(x, Dual.Exp, Math.Exp(x));
            AssertDerivative(x, Dual.Log, 1 / x);
            AssertDerivative(x, Dual.Log1p, 1 / (1 + x));
            AssertDerivative(x, Dual.Expm1, Math.Exp(x));
            AssertDerivative(x, Dual.Sqrt, 1 / (2 * Math.Sqrt(x)));
            AssertDerivative(x, Dual.Tanh, 1 / (Math.Cosh(x) * Math.Cosh(x)));
            AssertDerivative(x, Dual.Erf, 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x));
            AssertDerivative(x, Dual.Sigmoid, 1 / (2 + 2 * Math.Cosh(x)));
            AssertDerivative(x, Dual.Softplus, 1 / (1 + Math.Exp(-x)));
            AssertDerivative(x, Dual.Square, 2 * x);
            AssertDerivative(x, a => Dual.Pow(a, 5), 5 * x * x * x * x);
            AssertDerivative(x, a => Dual.Exact(3) / a, -3 / (x * x));
            AssertDerivative(x, a => a / (a + Dual.Exact(1)), 1 / ((1 + x) * (1 + x)));
            AssertDerivative(x, a => a * a * a - a, 3 * x * x - 1);
            AssertDerivative(x, Dual.Abs, 1);
            AssertDerivative(x, Dual.Sin, Math.Cos(x));
            AssertDerivative(x, Dual.Cos, -Math.Sin(x));
            AssertDerivative(x, Dual.Atan, 1 / (1 + x * x));
            AssertDerivative(x, a => Dual.Pow(a, Dual.Exact(2.5)), 2.5 * Math.Pow(x, 1.5));
            AssertDerivative(x, a => Dual.Pow(Dual.Exact(2.5), a), Math.Pow(2.5, x) * Math.Log(2.5));
            AssertDerivative(x, a => Dual.Pow(a, a), Math.Pow(x, x) * (1 + Math.Log(x)));
        }
    }

    [Fact]
    public void Derivatives_of_cubic_polynomials_are_their_central_differences_less_the_leading_coefficient()
    {
        // (f(x + h) − f(x − h))/2h = f′(x) + h²a for a cubic with the leading coefficient a.
        Random random = new(1);
        for (int i = 0; i < 200; i++)
        {
            int a = random.Next(-9, 10), b = random.Next(-9, 10), c = random.Next(-9, 10), x = random.Next(-9, 10);
            Plain derivative = Cubic(Dual<Plain>.Variable(new(x))).Derivative;
            double difference = (Cubic(new Plain(x + 1)).Value - Cubic(new Plain(x - 1)).Value) / 2 - a;
            Assert.Equal(difference, derivative.Value);

            R Cubic<R>(R t)
                where R : struct, IReal<R> => R.Exact(a) * t * t * t + R.Exact(b) * R.Square(t) - R.Exact(c) * t;
        }
    }

    [Fact]
    public void Kinks_follow_the_branch_that_the_comparison_chooses()
    {
        Dual<Plain> zero = Dual<Plain>.Variable(new(0)), constant = Dual<Plain>.Exact(0);
        Assert.Equal(0, Dual<Plain>.Where(zero > constant, zero, constant).Derivative.Value);
        Assert.Equal(1, Dual<Plain>.Where(zero >= constant, zero, constant).Derivative.Value);
        Assert.Equal(0, Dual<Plain>.Abs(zero).Derivative.Value);
        Assert.Equal(0.5, Dual<Plain>.Max(zero, constant).Derivative.Value);
        Assert.Equal(0.5, Dual<Plain>.Min(zero, constant).Derivative.Value);
    }

    [Fact]
    public void An_undecided_branch_leaves_both_slopes()
    {
        Enclosure<float> around = Enclosure<float>.Hull(Enclosure<float>.Exact(-1), Enclosure<float>.Exact(1));
        Enclosure<float> derivative = Dual.Abs(Dual.Variable(around)).Derivative;
        Assert.Equal((-1, 1), (derivative.Lo, derivative.Hi));
    }

    [Fact]
    public void No_slope_passes_through_a_constant_even_where_a_factor_is_infinite()
    {
        Dual<Plain> x = Dual<Plain>.Variable(new(2)), root = Dual<Plain>.Sqrt(Dual<Plain>.Exact(0));
        Assert.Equal(1, (x + root).Derivative.Value);
        Assert.True(Dual<Plain>.Detach(x).IsConstant);
        Assert.Equal(double.PositiveInfinity, Dual<Plain>.Sqrt(Dual<Plain>.Variable(new(0))).Derivative.Value);
    }

    [Fact]
    public void A_declared_form_of_the_slope_is_inside_beside_the_first()
    {
        Dual x = Dual.Variable(Enclosure<float>.Exact(40));
        Dual one = Dual.Exact(1);
        Dual primary = Dual.Softplus(-x), rough = one / (one + Dual.Exp(x));
        Dual declared = Dual.WithDerivativeOf(primary, rough);
        Assert.Equal(primary.Value, declared.Value);
        Assert.Equal(Enclosure<float>.Hull(primary.Derivative, rough.Derivative), declared.Derivative);
    }

    [Fact]
    public void Second_derivatives_come_from_a_dual_of_duals()
    {
        Dual<Dual<Plain>> x = new(new(new(3), new(1)), new(new(1), new(0)));
        Assert.Equal(18, (x * x * x).Derivative.Derivative.Value);
        // 2/x³, exact at every step of the way.
        Dual<Dual<Plain>> four = new(new(new(4), new(1)), new(new(1), new(0)));
        Assert.Equal(1 / 32.0, (Dual<Dual<Plain>>.Exact(1) / four).Derivative.Derivative.Value);
    }

    [Fact]
    public void The_slope_of_log_softmax_is_one_hot_minus_softmax()
    {
        double[] logits = [1, -2, 0.5];
        Dual<Enclosure<double>>[] x = [.. logits.Select((v, i) => i == 1 ? Dual<Enclosure<double>>.Variable(Enclosure<double>.Exact(v)) : Dual<Enclosure<double>>.Exact(v))];
        Dual<Enclosure<double>>[] result = LogSoftmax(x);
        double sum = logits.Sum(Math.Exp);
        AssertWithin(result[1].Derivative, 1 - Math.Exp(-2) / sum);
        AssertWithin(result[0].Derivative, -Math.Exp(-2) / sum);
    }

    static R[] LogSoftmax<R>(R[] x)
        where R : struct, IReal<R>
    {
        R[] result = new R[x.Length];
        R.LogSoftmax(x, result, SumClass.Any);
        return result;
    }

    // The expected value is a double computed with a few roundings; the enclosure of float is far wider than those.
    static void AssertDerivative(double x, Func<Dual, Dual> function, double expected)
    {
        Dual result = function(Dual.Variable(Enclosure<float>.Exact(x)));
        Assert.False(result.Derivative.IsWide);
        Assert.True(result.Derivative.Contains((float)expected), $"{x}: {expected:R} in {result.Derivative}");
    }

    static void AssertWithin(Enclosure<double> derivative, double expected)
    {
        Assert.False(derivative.IsWide);
        Assert.True(derivative.Contains(expected), $"{expected:R} in {derivative}");
    }
}

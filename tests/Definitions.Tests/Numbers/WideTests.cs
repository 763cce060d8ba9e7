using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class WideTests
{
    // Every inexact operation moves outward by 2⁻⁹⁸ of the result, besides its own error; 16 of the smallest doubles where those bind.
    static readonly Ball Narrow = Ball.One.Scale(-96);
    static readonly Ball Smallest = Ball.One.Scale(-1074 + 4);

    [Theory]
    [InlineData("+")]
    [InlineData("*")]
    [InlineData("/")]
    [InlineData("sqrt")]
    public void Bounds_are_on_their_side_of_the_exact_result_and_close(string operation)
    {
        Random random = new(6);
        for (int i = 0; i < 30_000; i++)
        {
            Wide a = Number(random), b = Number(random);
            if (operation == "sqrt")
                a = Wide.Abs(a);
            if (operation == "/" && b.IsZero)
                continue;
            (Wide below, Wide above, Ball exact) = operation switch
            {
                "+" => (Wide.AddDown(a, b), -Wide.AddDown(-a, -b), Of(a) + Of(b)),
                "*" => (Wide.MulDown(a, b), -Wide.MulDown(-a, b), Of(a) * Of(b)),
                "/" => (Wide.DivDown(a, b), -Wide.DivDown(-a, b), Of(a) / Of(b)),
                _ => (Wide.SqrtDown(a), Wide.SqrtUp(a), Ball.Sqrt(Of(a))),
            };
            AssertSide(below, exact, a, b);
            AssertSide(-above, -exact, a, b);
        }
    }

    [Fact]
    public void Sums_and_products_of_doubles_are_exact()
    {
        Random random = new(8);
        for (int i = 0; i < 10_000; i++)
        {
            double a = random.NextDouble() - 0.5, b = Math.ScaleB(random.NextDouble() - 0.5, random.Next(-60, 60));
            Assert.True((Of(Wide.AddDown(a, b)) - (Ball.FromDouble(a) + Ball.FromDouble(b))).IsZero);
            Assert.True((Of(Wide.MulDown(a, b)) - (Ball.FromDouble(a) * Ball.FromDouble(b))).IsZero);
        }
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("expm1")]
    [InlineData("log")]
    [InlineData("log1p")]
    [InlineData("tanh")]
    [InlineData("erf")]
    [InlineData("sigmoid")]
    [InlineData("softplus")]
    public void Functions_are_far_inside_their_margin(string name)
    {
        (Func<Wide, Wide> Computed, Func<Ball, Ball> Exact, double Smallest) function = name switch
        {
            "exp" => (WideFunctions.Exp, BallFunctions.Exp, -600),
            "expm1" => (WideFunctions.Expm1, BallFunctions.Expm1, -600),
            "log" => (WideFunctions.Log, BallFunctions.Log, 0),
            "log1p" => (WideFunctions.Log1p, BallFunctions.Log1p, -1),
            "tanh" => (WideFunctions.Tanh, BallFunctions.Tanh, -600),
            "erf" => (WideFunctions.Erf, BallFunctions.Erf, -30),
            "sigmoid" => (WideFunctions.Sigmoid, BallFunctions.Sigmoid, -600),
            _ => (WideFunctions.Softplus, BallFunctions.Softplus, -600),
        };
        Random random = new(10);
        Ball worst = Ball.Zero;
        for (int i = 0; i < 1_000; i++)
        {
            double high = (random.Next(4) switch
            {
                0 => random.NextDouble() * 600,
                1 => random.NextDouble() * 8,
                2 => random.NextDouble() * 0.5,
                _ => Math.Pow(10, random.NextDouble() * 12 - 12),
            }) * (random.Next(2) * 2 - 1);
            high = name == "log" && random.Next(3) == 0 ? 1 + high : high;
            Wide x = Wide.Normal(high, high * (random.NextDouble() - 0.5) * Math.ScaleB(1, -53));
            // A last part that is less than a double can be has an exponent held apart, however plain the number.
            if (i % 4 == 0)
                x = new(Math.CopySign(1 + random.NextDouble(), high), 3 * double.Epsilon, -random.Next(1, 60));
            if (x.High <= function.Smallest || (name == "erf" && x.High > -function.Smallest))
                continue;
            Ball expected = function.Exact(Of(x));
            Ball error = Ball.Abs((Of(function.Computed(x)) - expected) / expected);
            worst = (error - worst).Sign > 0 ? error : worst;
        }

        // Derived: 2⁻⁸⁶ at most. The margin is 2⁻⁸⁰.
        Assert.True((worst - Ball.One.Scale(-86)).Sign < 0, $"{name}: 2^{Math.Log2(worst.ToDouble())}");
    }

    static void AssertSide(Wide below, Ball exact, Wide a, Wide b)
    {
        if (below.IsInfinite || below.High == double.MaxValue)
        {
            // Past the largest double: no tighter bound exists.
            Assert.True(Math.Abs(exact.ToDouble()) >= double.MaxValue, $"{a} {b}");
            return;
        }

        Ball gap = exact - Of(below);
        Assert.True(gap.Sign >= 0 || gap.HasZero, $"{below} must not be above {exact.ToDouble():R}: {a} {b}");
        Assert.True((gap - (Ball.Abs(exact) * Narrow + Smallest)).Sign < 0, $"{below} must be near {exact.ToDouble():R}: {a} {b}");
    }

    static Wide Number(Random random)
    {
        double high = random.Next(5) switch
        {
            0 => Points.Random<double>(random),
            1 => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-1100, 1023)),
            _ => random.NextDouble() * 4 - 2,
        };
        if (!double.IsFinite(high))
            high = 1;
        double low = random.Next(3) == 0 ? 0 : high * (random.NextDouble() - 0.5) * Math.ScaleB(1, -random.Next(52, 80));
        return Wide.Normal(high, low);
    }

    static Ball Of(Wide value) => (Ball.FromDouble(value.High) + Ball.FromDouble(value.Low)).Scale(value.Exponent);
}

using System.Numerics;
using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class FloatTightnessTests : EnclosureTightnessTests<float>;

public class DoubleTightnessTests : EnclosureTightnessTests<double>;

public abstract class EnclosureTightnessTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static TheoryData<string, double> ExactResults => new()
    {
        { "x + 0", Value(x => Of(x) + Of(0), 0.7) },
        { "x - 0", Value(x => Of(x) - Of(0), 0.7) },
        { "x * 1", Value(x => Of(x) * Of(1), 0.7) },
        { "x / 1", Value(x => Of(x) / Of(1), 0.7) },
        { "x * -1", -Value(x => Of(x) * Of(-1), 0.7) },
        { "x * 2", Value(x => Of(x) * Of(2), 0.7) / 2 },
        { "x / 4", Value(x => Of(x) / Of(4), 0.7) * 4 },
    };

    [Theory]
    [MemberData(nameof(ExactResults))]
    public void Identities_and_powers_of_two_leave_a_point(string name, double result) =>
        Assert.True(result == Representable(0.7), name);

    [Fact]
    public void Exact_sums_differences_products_and_quotients_of_points_are_points()
    {
        Assert.Equal(0, Point(Of(0.3) - Of(0.3)));
        Assert.Equal(0, Point(Of(0) * Of(0.3)));
        Assert.Equal(3.75, Point(Of(1.25) * Of(3)));
        Assert.Equal(1.25, Point(Of(3.75) / Of(3)));
        Assert.Equal(0.625, Point(Of(0.5) + Of(0.125)));
        Assert.Equal(1.5, Point(Enclosure<T>.Sqrt(Of(2.25))));
        Assert.Equal(2.25, Point(Enclosure<T>.Square(Of(-1.5))));
        Assert.Equal(0.125, Point(Enclosure<T>.Pow(Of(0.5), 3)));
        Assert.Equal(1, Point(Enclosure<T>.Pow(Of(0.3), 0)));
    }

    [Fact]
    public void Functions_are_points_where_every_implementation_is_exact()
    {
        Assert.Equal(1, Point(Enclosure<T>.Exp(Of(0))));
        Assert.Equal(0, Point(Enclosure<T>.Exp(Of(double.NegativeInfinity))));
        Assert.Equal(0, Point(Enclosure<T>.Log(Of(1))));
        Assert.Equal(double.NegativeInfinity, Point(Enclosure<T>.Log(Of(0))));
        Assert.Equal(0, Point(Enclosure<T>.Log1p(Of(0))));
        Assert.Equal(0, Point(Enclosure<T>.Expm1(Of(0))));
        Assert.Equal(-1, Point(Enclosure<T>.Expm1(Of(double.NegativeInfinity))));
        Assert.Equal(0, Point(Enclosure<T>.Tanh(Of(0))));
        Assert.Equal(1, Point(Enclosure<T>.Tanh(Of(double.PositiveInfinity))));
        Assert.Equal(0, Point(Enclosure<T>.Erf(Of(0))));
        Assert.Equal(0.5, Point(Enclosure<T>.Sigmoid(Of(0))));
        Assert.Equal(0, Point(Enclosure<T>.Softplus(Of(double.NegativeInfinity))));
    }

    [Fact]
    public void One_rounded_operation_is_at_most_half_an_ulp_wide()
    {
        Random random = new(3);
        for (int i = 0; i < 20_000; i++)
        {
            double x = Representable(random.NextDouble() + 0.5), y = Representable(random.NextDouble() + 0.5);
            Enclosure<T> a = Of(x), b = Of(y);
            // A float's bounds are doubles, 2⁻²⁹ ULP apart.
            double most = typeof(T) == typeof(float) ? 0.5 + Math.ScaleB(1, -28) : 0.5;
            Assert.All([a + b, a - b, a * b, a / b, Enclosure<T>.HostSqrt(a)], result => Assert.InRange(result.WidthInUlp, 0, most));
        }
    }

    [Fact]
    public void A_root_is_between_the_numbers_of_the_type_that_its_table_entry_admits_and_a_point_where_it_is_one()
    {
        Random random = new(3);
        for (int i = 0; i < 20_000; i++)
        {
            T x = T.CreateTruncating(random.NextDouble() + 0.5), root = T.Sqrt(x);
            Enclosure<T> enclosure = Enclosure<T>.Sqrt(Of(double.CreateChecked(x)));
            Assert.True(enclosure.Contains(root));
            // Nothing is admitted beyond the two numbers around the root and one more that is within three quarters of a ULP of it.
            Assert.False(enclosure.Contains(T.BitIncrement(T.BitIncrement(root))));
            Assert.False(enclosure.Contains(T.BitDecrement(T.BitDecrement(root))));
            Assert.InRange(enclosure.WidthInUlp, 0, 2 * Accuracy.Sqrt);
            // The square of a number with half of the digits is exact.
            double half = double.CreateChecked((float)Half.CreateTruncating(root));
            Assert.Equal(half, Point(Enclosure<T>.Sqrt(Of(half * half))));
        }
    }

    [Theory]
    [InlineData("exp", 1)]
    [InlineData("log", 1)]
    [InlineData("log1p", 1.3125)]
    [InlineData("expm1", 1.0625)]
    [InlineData("tanh", 1.0625)]
    [InlineData("erf", 1.125)]
    [InlineData("sigmoid", 2.5)]
    [InlineData("softplus", 1.5625)]
    [InlineData("atan", 1.0625)]
    public void A_function_of_a_point_is_as_wide_as_its_table_entry_says_on_either_side(string name, double ulps)
    {
        Func<Enclosure<T>, Enclosure<T>> function = name switch
        {
            "exp" => Enclosure<T>.Exp,
            "log" => Enclosure<T>.Log,
            "log1p" => Enclosure<T>.Log1p,
            "expm1" => Enclosure<T>.Expm1,
            "tanh" => Enclosure<T>.Tanh,
            "erf" => Enclosure<T>.Erf,
            "sigmoid" => Enclosure<T>.Sigmoid,
            "atan" => Enclosure<T>.Atan,
            _ => Enclosure<T>.Softplus,
        };
        Random random = new(9);
        for (int i = 0; i < 2_000; i++)
        {
            // Where a bound passes a power of two, the larger ULP is half of it. On either side the margin of the wide function, 2⁻⁸⁰, is 2⁻²⁷ ULP of a
            // double, and rounding a float's bound to a double is 2⁻²⁹ ULP of the float.
            double width = function(Of(Representable(random.NextDouble() * 3 + 0.01))).WidthInUlp;
            Assert.InRange(width, ulps / 2, 2 * ulps + Math.ScaleB(1, -26));
        }
    }

    [Fact]
    public void A_hyper_parameter_that_the_type_represents_is_a_point_and_another_is_rounded_once()
    {
        Assert.Equal(0.5, Point(Enclosure<T>.FromHost(0.5)));
        Assert.Equal(0.25, Point(Enclosure<T>.FromHost((Host)1 - 0.75)));
        Enclosure<T> tenth = Enclosure<T>.FromHost(0.1);
        Assert.True(tenth.Contains(T.CreateChecked(0.1)));
        Assert.InRange(tenth.WidthInUlp, 0, 0.5);
        Assert.False(tenth.Contains(T.BitIncrement(T.CreateChecked(0.1))));
    }

    static double Representable(double value) => double.CreateChecked(T.CreateTruncating(value));

    static Enclosure<T> Of(double value) => Enclosure<T>.Exact(value);

    static double Value(Func<double, Enclosure<T>> expression, double x) => Point(expression(Representable(x)));

    static double Point(Enclosure<T> enclosure)
    {
        Assert.True(enclosure.IsPoint, enclosure.ToString());
        return enclosure.Lo;
    }
}

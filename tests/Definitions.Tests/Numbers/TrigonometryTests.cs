using System.Numerics;
using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class TrigonometryTests
{
    static readonly double[] Finite = [.. Points.Adversarial<double>().Where(double.IsFinite), 1e22, 5.319372648326541e+255, -3.5, 11, 100.5, 355];

    // Their sums are exact in 320 bits.
    static readonly double[] Moderate = [.. Finite.Where(x => x == 0 || Math.Abs(x) is < 1e40 and > 1e-40)];

    [Fact]
    public void Squares_of_sine_and_cosine_add_up_to_one_for_arguments_of_any_magnitude() => Assert.All(
        Finite, x => AssertEqual(Exact.Of(1), Exact.Square(Exact.Sin(Exact.Of(x))) + Exact.Square(Exact.Cos(Exact.Of(x)))));

    [Fact]
    public void Angles_add_up() => Assert.All(
        Moderate.SelectMany(x => Moderate, (x, y) => (X: Exact.Of(x), Y: Exact.Of(y))),
        of => AssertEqual(Exact.Sin(of.X + of.Y), Exact.Sin(of.X) * Exact.Cos(of.Y) + Exact.Cos(of.X) * Exact.Sin(of.Y)));

    [Fact]
    public void The_arc_tangent_undoes_sine_over_cosine()
    {
        Assert.All(Moderate.Select(Exact.Of), x => AssertEqual(Exact.Sin(Exact.Atan(x)) * Exact.Sqrt(Exact.Of(1) + x * x), x));
        Assert.All(Moderate.Select(Exact.Of), x => AssertEqual(Exact.Cos(Exact.Atan(x)) * Exact.Sqrt(Exact.Of(1) + x * x), Exact.Of(1)));
        AssertEqual(Exact.Pi, Exact.Of(4) * Exact.Atan(Exact.Of(1)));
        AssertEqual(Exact.Atan(Exact.Of(1e300)) + Exact.Atan(Exact.Of(1) / Exact.Of(1e300)), Exact.Pi * Exact.Of(0.5));
    }

    [Fact]
    public void The_sine_of_every_double_is_known_to_its_last_bit()
    {
        Random random = new(21);
        for (int i = 0; i < 2_000; i++)
        {
            double x = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (!double.IsFinite(x))
                continue;
            AssertKnown(Exact.Sin(Exact.Of(x)));
            AssertKnown(Exact.Cos(Exact.Of(x)));
            AssertKnown(Exact.Atan(Exact.Of(x)));
        }

        static void AssertKnown(Exact value) => Assert.True(
            value.Radius <= Math.Abs(value.ToDouble()) * Math.ScaleB(1, -250), value.ToString());
    }

    [Fact]
    public void The_sine_of_an_interval_is_the_interval_of_sines()
    {
        Exact off = Exact.Where(Truth.Maybe, Exact.Of(0.75), Exact.Of(0.875));
        foreach (double x in (double[])[0.75, 0.8, 0.875])
        {
            Assert.True(Exact.Equal(Exact.Sin(off), Exact.Sin(Exact.Of(x))).CanBeTrue);
            Assert.True(Exact.Equal(Exact.Cos(off), Exact.Cos(Exact.Of(x))).CanBeTrue);
            Assert.True(Exact.Equal(Exact.Atan(off), Exact.Atan(Exact.Of(x))).CanBeTrue);
        }
        Assert.False((Exact.Sin(off) < Exact.Of(0.9)).CanBeFalse);
    }

    [Fact]
    public void Enclosures_of_sine_and_cosine_of_intervals_hold_every_member_in_float() => HoldsMembers<float>();

    [Fact]
    public void Enclosures_of_sine_and_cosine_of_intervals_hold_every_member_in_double() => HoldsMembers<double>();

    [Fact]
    public void Between_its_extremes_the_sine_is_monotone_and_at_them_one()
    {
        Assert.Equal((Sin(0.5).Lo, Sin(1.5).Hi), Ends(Enclosure<double>.Sin(Between(0.5, 1.5))));
        Assert.Equal((Sin(4).Lo, Sin(2).Hi), Ends(Enclosure<double>.Sin(Between(2, 4))));
        Assert.Equal((Sin(1).Lo, 1), Ends(Enclosure<double>.Sin(Between(1, 2))));
        Assert.Equal((-1, Sin(4).Hi), Ends(Enclosure<double>.Sin(Between(4, 5))));
        Assert.Equal((-1, 1), Ends(Enclosure<double>.Sin(Between(1, 5))));
        Assert.Equal((Cos(1).Lo, 1), Ends(Enclosure<double>.Cos(Between(-1, 0.5))));
        Assert.Equal((-1, Cos(4).Hi), Ends(Enclosure<double>.Cos(Between(3, 4))));
        Assert.Equal((Cos(3).Lo, Cos(1).Hi), Ends(Enclosure<double>.Cos(Between(1, 3))));

        static Enclosure<double> Sin(double x) => Enclosure<double>.Sin(Enclosure<double>.Exact(x));
        static Enclosure<double> Cos(double x) => Enclosure<double>.Cos(Enclosure<double>.Exact(x));
        static (double, double) Ends(Enclosure<double> x) => (x.Lo, x.Hi);
    }

    [Fact]
    public void Points_are_enclosed_within_the_errors_of_libraries_even_where_the_argument_is_huge() => Assert.All(
        Finite.Where(x => Math.Abs(x) > 1e-300),
        x => Assert.All(
            [Enclosure<double>.Sin(Enclosure<double>.Exact(x)), Enclosure<double>.Cos(Enclosure<double>.Exact(x)), Enclosure<double>.Atan(Enclosure<double>.Exact(x))],
            // On either side there are the margin of the wide function, 2⁻²⁷ ULP of a double, and that of a wide sum.
            of => Assert.True(of.WidthInUlp <= 2 * Accuracy.Sine + Math.ScaleB(1, -26) + Math.ScaleB(1, -44), $"{x:R}: {of}, {of.WidthInUlp} ULP")));

    [Fact]
    public void At_infinity_there_is_no_sine_but_an_arc_tangent()
    {
        Enclosure<float> infinite = Enclosure<float>.Exact(double.PositiveInfinity);
        Assert.True(Enclosure<float>.Sin(infinite).IsNaNOnly && Enclosure<float>.Cos(-infinite).IsNaNOnly);
        Assert.True(Enclosure<float>.Sin(Enclosure<float>.Hull(infinite, Enclosure<float>.Exact(1))) is { MayBeNaN: true, Lo: -1, Hi: 1 });
        Assert.True(Enclosure<float>.Atan(infinite).Contains(MathF.Atan(float.PositiveInfinity)) && Enclosure<float>.Atan(-infinite).Contains(-MathF.PI / 2));
        Assert.True(Enclosure<float>.Sin(Enclosure<float>.NaN).IsNaNOnly && Enclosure<float>.Atan(Enclosure<float>.NaN).IsNaNOnly);
        Assert.Equal(
            [double.NaN, double.NaN, Math.PI / 2, -Math.PI / 2, double.NaN, 0, 1, 0],
            [
                Exact.Sin(Exact.Of(double.PositiveInfinity)).ToDouble(), Exact.Cos(Exact.Of(double.NegativeInfinity)).ToDouble(),
                Exact.Atan(Exact.Of(double.PositiveInfinity)).ToDouble(), Exact.Atan(Exact.Of(double.NegativeInfinity)).ToDouble(),
                Exact.Sin(Exact.Of(double.NaN)).ToDouble(), Exact.Sin(Exact.Of(0)).ToDouble(), Exact.Cos(Exact.Of(0)).ToDouble(), Exact.Atan(Exact.Of(0)).ToDouble(),
            ]);
    }

    static void HoldsMembers<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(22);
        for (int i = 0; i < 20_000; i++)
        {
            double a = double.CreateChecked(T.CreateTruncating((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 12))));
            double b = double.CreateChecked(T.CreateTruncating(a + (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 2))));
            double x = double.CreateChecked(T.CreateTruncating(a + (b - a) * random.NextDouble()));
            Enclosure<T> all = Enclosure<T>.Hull(Enclosure<T>.Exact(a), Enclosure<T>.Exact(b));
            AssertInside(Enclosure<T>.Sin(all), Math.Sin(x));
            AssertInside(Enclosure<T>.Cos(all), Math.Cos(x));
            AssertInside(Enclosure<T>.Atan(all), Math.Atan(x));

            void AssertInside(Enclosure<T> enclosure, double value) =>
                Assert.True(enclosure.Contains(T.CreateTruncating(value)), $"of {x:R} in [{a:R}, {b:R}]: {value:R} in {enclosure}");
        }
    }

    static Enclosure<double> Between(double a, double b) => Enclosure<double>.Hull(Enclosure<double>.Exact(a), Enclosure<double>.Exact(b));

    // Equal as far as 300 bits tell, and those tell it to more than a double's digits.
    static void AssertEqual(Exact a, Exact b)
    {
        Exact off = a - b;
        Assert.True(Exact.Equal(a, b).CanBeTrue && off.Radius <= Math.Max(1, Math.Abs(a.ToDouble())) * Math.ScaleB(1, -200), $"{a} = {b}");
    }
}

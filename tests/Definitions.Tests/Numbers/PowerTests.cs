using System.Numerics;
using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class PowerTests
{
    static readonly double[] Special =
    [
        0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 2.5, -2.5, 7, 64, 65, 1025, 1e300, 1e-300, 4503599627370497, double.Epsilon, double.MaxValue,
        double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    [Fact]
    public void Special_values_are_those_of_C_in_every_system() => Assert.All(
        Special.SelectMany(a => Special, (a, b) => (a, b)),
        of =>
        {
            double expected = Math.Pow(of.a, of.b);
            Assert.Equal(expected, Plain.Pow(new Plain(of.a), new Plain(of.b)).Value);
            double exact = Exact.Pow(Exact.Of(of.a), Exact.Of(of.b)).ToDouble();
            Assert.True(exact.Equals(expected) || Math.Abs(exact - expected) <= Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected), $"{of}: {exact:R}, expected {expected:R}");
            Enclosure<double> enclosure = Enclosure<double>.Pow(Enclosure<double>.Exact(of.a), Enclosure<double>.Exact(of.b));
            Assert.True(enclosure.Contains(expected), $"{of}: {expected:R} in {enclosure}");
            Assert.True(double.IsNaN(expected) == enclosure.MayBeNaN && double.IsNaN(expected) == enclosure.IsNaNOnly, $"{of}: {expected:R}, {enclosure}");
        });

    [Fact]
    public void Powers_multiply()
    {
        Random random = new(23);
        for (int i = 0; i < 500; i++)
        {
            Exact a = Exact.Of(random.NextDouble() * 10), b = Exact.Of(random.NextDouble() * 8 - 4), c = Exact.Of(random.NextDouble() * 8 - 4);
            AssertEqual(Exact.Pow(a, b + c), Exact.Pow(a, b) * Exact.Pow(a, c));
            AssertEqual(Exact.Pow(Exact.Pow(a, b), c), Exact.Pow(a, b * c));
            AssertEqual(Exact.Pow(a, Exact.Of(0.5)), Exact.Sqrt(a));
            AssertEqual(Exact.Pow(-a, Exact.Of(5)), Exact.Pow(-a, 5));
            AssertEqual(Exact.Pow(a, Exact.Of(1027)), Exact.Pow(a, 1027));
        }

        static void AssertEqual(Exact x, Exact y) => Assert.True(
            Exact.Equal(x, y).CanBeTrue && (x - y).Radius <= Math.Abs(x.ToDouble()) * Math.ScaleB(1, -200), $"{x} = {y}");
    }

    [Fact]
    public void Enclosures_of_powers_of_intervals_hold_every_member_in_float() => HoldsMembers<float>();

    [Fact]
    public void Enclosures_of_powers_of_intervals_hold_every_member_in_double() => HoldsMembers<double>();

    [Fact]
    public void A_base_that_may_be_negative_has_powers_with_integer_exponents_alone()
    {
        Enclosure<double> around = Between(-2, 3);
        Assert.True(Enclosure<double>.Pow(around, Enclosure<double>.Exact(2)) is { MayBeNaN: false, Lo: 0 });
        Assert.True(Enclosure<double>.Pow(around, Enclosure<double>.Exact(101)) is { MayBeNaN: false, Lo: < 0, Hi: > 0 });
        Assert.True(Enclosure<double>.Pow(around, Enclosure<double>.Exact(0.5)) is { MayBeNaN: true, Lo: 0, IsNaNOnly: false });
        Assert.True(Enclosure<double>.Pow(Between(-3, -2), Enclosure<double>.Exact(0.5)).IsNaNOnly);
        Assert.True(Enclosure<double>.Pow(around, Between(2, 3)) is { MayBeNaN: true } power && power.Contains(-8) && power.Contains(27));
        Assert.True(Exact.Pow(Exact.Of(-2), Exact.Of(1) / Exact.Of(3)).IsUndecided);
    }

    [Fact]
    public void Derivatives_at_zero_follow_libtorch()
    {
        Assert.Equal([0, 0], Gradient(0, 0));
        Assert.Equal([1, 0], Gradient(0, 1));
        Assert.Equal([0, 0], Gradient(0, 2));
        Assert.Equal([0, Math.Log(3)], Gradient(3, 0));
        Assert.Equal([double.NegativeInfinity, double.NegativeInfinity], Gradient(0, -1));

        static double[] Gradient(double a, double b)
        {
            var tape = new Tape<Plain>();
            return [.. tape.Gradient(Adjoint<Plain>.Pow(tape.Variable(new(a)), tape.Variable(new(b))), new(1)).Select(one => one.Value)];
        }
    }

    static void HoldsMembers<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(24);
        for (int i = 0; i < 40_000; i++)
        {
            (double low, double high, double x) = Draw();
            (double least, double most, double y) = Draw();
            if (random.Next(3) == 0)
                least = most = y = random.Next(-70, 71);
            Enclosure<T> power = Enclosure<T>.Pow(Of(low, high), Of(least, most));
            T value = T.CreateTruncating(Math.Pow(x, y));
            Assert.True(power.Contains(value) || power.ContainsBeyondRange(value), $"{x:R}^{y:R} = {value:R} in {power} of [{low:R}, {high:R}]^[{least:R}, {most:R}]");
        }

        (double, double, double) Draw()
        {
            double a = Number(), b = random.Next(3) == 0 ? a : Number();
            return (a, b, random.Next(2) == 0 ? a : double.CreateChecked(T.CreateTruncating(a + (b - a) * random.NextDouble())));
        }

        double Number() => double.CreateChecked(random.Next(4) switch
        {
            0 => T.CreateTruncating(random.Next(-3, 4)),
            1 => T.CreateTruncating(random.NextDouble() * 20),
            2 => T.CreateTruncating(random.NextDouble() * 4 - 2),
            _ => T.CreateTruncating(Math.Pow(10, random.NextDouble() * 12 - 6)),
        });

        static Enclosure<T> Of(double a, double b) => Enclosure<T>.Hull(Enclosure<T>.Exact(a), Enclosure<T>.Exact(b));
    }

    static Enclosure<double> Between(double a, double b) => Enclosure<double>.Hull(Enclosure<double>.Exact(a), Enclosure<double>.Exact(b));
}

using ParityNet.Cli.Accuracy;
using ParityNet.Cli.Functions;

namespace ParityNet.Cli.Tests.Accuracy;

public class SingleSweepTests
{
    // Every exponent, and prime, so that low bits vary.
    const uint Step = 40_009;

    [Fact]
    public void The_root_is_correctly_rounded()
    {
        Finding<float> found = Sweep(new NativeFunctions(), "sqrt");
        Assert.Equal((((1L << 32) + Step - 1) / Step, found.Inputs, 0, true), (found.Inputs, found.Nearest, found.Astray, float.IsNaN(found.WorstInput)));
    }

    public static TheoryData<string> Native => [.. new NativeFunctions().Names];

    [Theory, MemberData(nameof(Native))]
    public void Each_native_function_is_within_0_501_units_in_the_last_place(string name)
    {
        Finding<float> found = Sweep(new NativeFunctions(), name);
        Assert.Equal(0, found.Astray);
        Assert.InRange(found.WorstUlp, 0.5, 0.501);
    }

    [Fact]
    public void A_result_one_number_off_is_found_with_its_input_and_its_error()
    {
        Finding<float> found = Sweep(new FakeFunctions("sqrt", x => x is > 2 and < 3 ? MathF.BitIncrement((float)Math.Sqrt(x)) : Math.Sqrt(x)), "sqrt");
        Assert.Equal(0, found.Astray);
        Assert.InRange(found.WorstInput, 2f, 3f);
        Assert.InRange(found.WorstUlp, 1.4, 1.5);
        Assert.InRange(found.Inputs - found.Nearest, (1 << 22) / Step, (1 << 22) / Step + 1);
    }

    [Theory, InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(0)]
    public void What_is_no_number_or_vanishes_is_astray_and_no_error_in_units(double result)
    {
        Finding<float> found = Sweep(new FakeFunctions("sqrt", x => x is > 2 and < 3 ? result : Math.Sqrt(x)), "sqrt");
        Assert.InRange(found.Astray, (1 << 22) / Step, (1 << 22) / Step + 1);
        Assert.InRange(found.AstrayInput, 2f, 3f);
        Assert.Equal(found.Inputs - found.Astray, found.Nearest);
        Assert.Equal(0.5, found.WorstUlp);
    }

    [Fact]
    public void A_zero_of_the_other_sign_is_astray() =>
        Assert.Equal((1, -0.0f), Of(Sweep(new FakeFunctions("sqrt", x => Math.Abs(Math.Sqrt(x))), "sqrt", 1 << 12)));

    // Cubes of 9 bits have up to 27, so that some lie halfway between two floats.
    [Fact]
    public void Halfway_the_even_number_is_the_nearest()
    {
        const uint Short = 1 << 15;
        Finding<float> even = Sweep(new FakeFunctions("pow(3)", x => (float)(x * x * x)), "pow(3)", Short);
        Finding<float> away = Sweep(new FakeFunctions("pow(3)", x => Away(x * x * x)), "pow(3)", Short);
        Assert.Equal(even.Inputs, even.Nearest);
        Assert.True(away.Nearest < away.Inputs);
        Assert.Equal(0.5, away.WorstUlp);
        Assert.False(float.IsNaN(away.WorstInput));
    }

    [Fact]
    public void The_exponent_of_a_power_is_the_number_of_the_type_that_is_computed_with()
    {
        const string Name = "pow(0.3333)";
        Func<double, double> asSingle = x => Power(x, 1 / 3f), asDouble = x => Power(x, 1.0 / 3);
        Assert.Equal(0.5, Sweep(new FakeFunctions(Name, asSingle), Name).WorstUlp);
        Assert.Equal(0.5, Sweep(new FakeFunctions(Name, asDouble) { Exponent = 1.0 / 3 }, Name).WorstUlp);
        Assert.InRange(Sweep(new FakeFunctions(Name, asDouble), Name).WorstUlp, 10, 20);
    }

    [Fact]
    public void The_hash_is_of_all_bits_but_those_of_NaN()
    {
        ulong Hash(Func<double, double> of) => new SingleSweep(new FakeFunctions("sqrt", of), "sqrt", judges: false).Run(Step, _ => { }, TestContext.Current.CancellationToken).Hash;
        ulong hash = Hash(Math.Sqrt);
        Assert.Equal(hash, Sweep(new NativeFunctions(), "sqrt").Hash);
        Assert.Equal(hash, Hash(x => x < 0 ? -double.NaN : Math.Sqrt(x)));
        Assert.NotEqual(hash, Hash(x => x is > 2 and < 2.1 ? -Math.Sqrt(x) : Math.Sqrt(x)));
        Assert.NotEqual(hash, Hash(x => x is > 2 and < 2.1 ? MathF.BitIncrement((float)Math.Sqrt(x)) : Math.Sqrt(x)));
    }

    static double Power(double x, double exponent) => x == double.NegativeInfinity ? double.NaN : (float)Math.Pow(x, exponent);

    static (long Astray, float Input) Of(Finding<float> found) => (found.Astray, found.AstrayInput);

    static double Away(double x) => (float)(x + Math.CopySign(Math.BitIncrement(Math.Abs(x)) - Math.Abs(x), x));

    static Finding<float> Sweep(IFunctions functions, string name, uint step = Step) => new SingleSweep(functions, name).Run(step, _ => { }, TestContext.Current.CancellationToken);
}

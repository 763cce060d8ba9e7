using System.Numerics;
using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class TrueFunctionTests
{
    static readonly double[] Exponents = [-2, -1, -0.5, 1.0 / 3, 0.5, 1.5, 3, 10];

    static readonly double[] Arguments =
    [
        5e-324, 1e-310, 2.2250738585072014e-308, 1e-200, 1e-45, 1e-20, 0.1, 0.5, 0.7, 1, 1.0000000000000002, 2, 3, 7.5, 17.3, 19.5, 36.7, 88.5, 700, 709.7, 1e5, 1e20, 1e200,
    ];

    public static TheoryData<string> Names => [.. TrueFunction.All.Select(function => function.Name), .. Exponents.Select(exponent => TrueFunction.Power(exponent).Name)];

    [Theory, MemberData(nameof(Names))]
    public void Double_results_are_judged_as_300_bits_do(string name) => Judges<double>(name, Math.BitIncrement, Math.BitDecrement);

    [Theory, MemberData(nameof(Names))]
    public void Float_results_are_judged_as_300_bits_do(string name) => Judges<float>(name, MathF.BitIncrement, MathF.BitDecrement);

    [Fact]
    public void Halfway_the_even_number_is_the_nearest()
    {
        // (1 + 2⁻¹²)² = 1 + 2⁻¹¹ + 2⁻²⁴
        float x = 1 + 1 / 4096f, even = 1 + 1 / 2048f;
        Assert.Equal((0.5, true), Square.Judge(x, even));
        Assert.Equal((0.5, false), Square.Judge(x, MathF.BitIncrement(even)));
    }

    [Fact]
    public void A_value_closer_to_the_middle_than_a_double_can_say_has_one_nearest_number()
    {
        // √(1 + 2⁻⁵²) = 1 + 2⁻⁵³ − 2⁻¹⁰⁷ + …
        double x = Math.BitIncrement(1.0);
        TrueFunction root = TrueFunction.All.Single(function => function.Name == "sqrt");
        Assert.Equal((0.5, true), root.Judge(x, 1.0));
        Assert.Equal((0.5, false), root.Judge(x, x));
        // (1 + 2⁻²³)^½ = 1 + 2⁻²⁴ − 2⁻⁴⁹ + …
        Assert.True(root.Judge(MathF.BitIncrement(1f), 1f).IsNearest);
    }

    [Fact]
    public void Below_a_power_of_two_the_unit_is_the_smaller_one() =>
        // √(4 − 2⁻⁵¹) = 2 − 2⁻⁵³ − …: a quarter of the unit of 2, half of its own.
        Assert.Equal(0.5, TrueFunction.All.Single(function => function.Name == "sqrt").Judge(Math.BitDecrement(4.0), 2.0).Ulp, 1e-12);

    [Fact]
    public void A_zero_for_a_number_is_off_by_all_of_it() =>
        Assert.InRange(TrueFunction.All.Single(function => function.Name == "log1p").Judge(1e-10, 0.0).Ulp, Math.ScaleB(1, 52), Math.ScaleB(1, 53));

    static TrueFunction Square => TrueFunction.Power(2);

    static void Judges<T>(string name, Func<T, T> up, Func<T, T> down) where T : unmanaged, IFloatingPointIeee754<T>
    {
        (TrueFunction judge, Func<Exact, Exact> exact) = Of(name);
        bool takesNegative = name is "exp" or "expm1" or "tanh" or "erf" or "sigmoid" or "softplus" or "logsigmoid" or "pow(3)" or "pow(10)" or "pow(-1)" or "pow(-2)";
        foreach (T x in Arguments.SelectMany(x => takesNegative ? new[] { x, -x } : [x]).Select(T.CreateSaturating).Where(x => x != T.Zero && T.IsFinite(x)))
        {
            Exact truth = exact(Exact.Of(double.CreateChecked(x)));
            T near = T.CreateSaturating(truth.ToDouble());
            foreach (T result in new[] { near, up(near), down(near), up(up(near)) })
            {
                double expected = truth.UlpError(result);
                var (ulp, isNearest) = judge.Judge(x, result);
                Assert.Equal(expected, ulp, Math.Max(1e-5, expected * 1e-12));
                Assert.True(isNearest == expected < 0.5 || expected == 0.5, $"{name}({x}) = {result} is off by {expected}: got {isNearest}.");
            }
        }
    }

    static (TrueFunction Judge, Func<Exact, Exact> Exact) Of(string name) => name switch
    {
        "exp" => (Named(name), Exact.Exp),
        "expm1" => (Named(name), Exact.Expm1),
        "log" => (Named(name), Exact.Log),
        "log1p" => (Named(name), Exact.Log1p),
        "tanh" => (Named(name), Exact.Tanh),
        "sigmoid" => (Named(name), x => Exact.Of(1) / (Exact.Of(1) + Exact.Exp(-x))),
        "softplus" => (Named(name), Exact.Softplus),
        "logsigmoid" => (Named(name), x => -Exact.Softplus(-x)),
        "erf" => (Named(name), Exact.Erf),
        "sqrt" => (Named(name), Exact.Sqrt),
        "pow(-1)" => (TrueFunction.Power(-1), x => Exact.Of(1) / x),
        "pow(-2)" => (TrueFunction.Power(-2), x => Exact.Of(1) / (x * x)),
        "pow(-0.5)" => (TrueFunction.Power(-0.5), x => Exact.Of(1) / Exact.Sqrt(x)),
        "pow(0.3333)" => (TrueFunction.Power(1.0 / 3), x => Exact.Exp(Exact.Log(x) * Exact.Of(1.0 / 3))),
        "pow(0.5)" => (TrueFunction.Power(0.5), Exact.Sqrt),
        "pow(1.5)" => (TrueFunction.Power(1.5), x => x * Exact.Sqrt(x)),
        "pow(3)" => (TrueFunction.Power(3), x => x * x * x),
        _ => (TrueFunction.Power(10), x => Exact.Pow(x, 10)),
    };

    static TrueFunction Named(string name) => TrueFunction.All.Single(function => function.Name == name);
}

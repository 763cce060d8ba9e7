using ParityNet.Native.Simd;

namespace ParityNet.Native.Tests.Simd;

public class SpecialValueTests
{
    const double Infinity = double.PositiveInfinity;

    public static TheoryData<ElementaryFunction, double, double> Values => new()
    {
        { ElementaryFunction.Exp, 0, 1 },
        { ElementaryFunction.Exp, -0.0, 1 },
        { ElementaryFunction.Exp, Infinity, Infinity },
        { ElementaryFunction.Exp, -Infinity, 0 },
        { ElementaryFunction.Exp, 710, Infinity },
        { ElementaryFunction.Exp, -746, 0 },
        { ElementaryFunction.Expm1, 0, 0 },
        { ElementaryFunction.Expm1, -0.0, -0.0 },
        { ElementaryFunction.Expm1, Infinity, Infinity },
        { ElementaryFunction.Expm1, -Infinity, -1 },
        { ElementaryFunction.Log, 1, 0 },
        { ElementaryFunction.Log, 0, -Infinity },
        { ElementaryFunction.Log, -0.0, -Infinity },
        { ElementaryFunction.Log, -1, double.NaN },
        { ElementaryFunction.Log, -Infinity, double.NaN },
        { ElementaryFunction.Log, Infinity, Infinity },
        { ElementaryFunction.Log1p, 0, 0 },
        { ElementaryFunction.Log1p, -0.0, -0.0 },
        { ElementaryFunction.Log1p, -1, -Infinity },
        { ElementaryFunction.Log1p, -2, double.NaN },
        { ElementaryFunction.Log1p, Infinity, Infinity },
        { ElementaryFunction.Tanh, 0, 0 },
        { ElementaryFunction.Tanh, -0.0, -0.0 },
        { ElementaryFunction.Tanh, Infinity, 1 },
        { ElementaryFunction.Tanh, -Infinity, -1 },
        { ElementaryFunction.Sigmoid, 0, 0.5 },
        { ElementaryFunction.Sigmoid, Infinity, 1 },
        { ElementaryFunction.Sigmoid, -Infinity, 0 },
        { ElementaryFunction.Softplus, Infinity, Infinity },
        { ElementaryFunction.Softplus, -Infinity, 0 },
        { ElementaryFunction.LogSigmoid, Infinity, -0.0 },
        { ElementaryFunction.LogSigmoid, -Infinity, -Infinity },
        { ElementaryFunction.Erf, 0, 0 },
        { ElementaryFunction.Erf, -0.0, -0.0 },
        { ElementaryFunction.Erf, Infinity, 1 },
        { ElementaryFunction.Erf, -Infinity, -1 },
        { ElementaryFunction.NormalCdf, 0, 0.5 },
        { ElementaryFunction.NormalCdf, Infinity, 1 },
        { ElementaryFunction.NormalCdf, -Infinity, 0 },
        { ElementaryFunction.NormalPdf, Infinity, 0 },
        { ElementaryFunction.NormalPdf, -Infinity, 0 },
    };

    [Theory, MemberData(nameof(Values))]
    public void Function_has_its_limit_at_a_special_value(ElementaryFunction function, double x, double expected)
    {
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            Assert.Equal(Functions.Bits(expected), Functions.Bits(Functions.Apply<double>(function, Sixteen(x), new(width, 1))[0]));
            Assert.Equal(Functions.Bits((float)expected), Functions.Bits(Functions.Apply<float>(function, Sixteen((float)x), new(width, 1))[0]));
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Function_of_NaN_is_NaN(ElementaryFunction function)
    {
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            Assert.All(Functions.Apply<double>(function, Sixteen(double.NaN), new(width, 1)), y => Assert.True(double.IsNaN(y)));
            Assert.All(Functions.Apply<float>(function, Sixteen(float.NaN), new(width, 1)), y => Assert.True(float.IsNaN(y)));
        }
    }

    [Fact]
    public void Sigmoid_goes_through_the_subnormal_numbers()
    {
        float y = Functions.Apply<float>(ElementaryFunction.Sigmoid, [-90f], Plan.Best)[0];
        Assert.Equal((float)Math.Exp(-90), y);
    }

    [Fact]
    public void Log1p_of_the_largest_float_is_finite() =>
        Assert.Equal((float)Math.Log(float.MaxValue), Functions.Apply<float>(ElementaryFunction.Log1p, [float.MaxValue], Plan.Best)[0]);

    public static TheoryData<ElementaryFunction> All => Functions.All;

    static T[] Sixteen<T>(T value) => [.. Enumerable.Repeat(value, 16)];
}

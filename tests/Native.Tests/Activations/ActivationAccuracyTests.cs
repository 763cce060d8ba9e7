using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Native.Tests.Simd;

namespace ParityNet.Native.Tests.Activations;

/// <summary>Derivatives, and the tanh form of GELU, against formulas to far more digits.</summary>
public class ActivationAccuracyTests
{
    static readonly double[] Points = [-0.375, 1e-11, 2.9e-7, 0.38, -3.1, 17.5, .. Enumerable.Range(0, 400).Select(i => -16 + i * 0.0803)];

    [Fact]
    public void Derivative_of_the_sigmoid_is_within_1_unit_in_the_last_place() =>
        Within(new Sigmoid(), gradient: true, x => Of(ElementaryFunction.Sigmoid, x) * Of(ElementaryFunction.Sigmoid, -x));

    [Fact]
    public void Derivative_of_tanh_is_within_1_unit_in_the_last_place() =>
        Within(new Tanh(), gradient: true, x => (Of(ElementaryFunction.Sigmoid, 2 * x) * Of(ElementaryFunction.Sigmoid, -2 * x)).Scaled(2));

    [Fact]
    public void Derivative_of_softplus_is_within_1_unit_in_the_last_place() =>
        Within(new Softplus(Threshold: 1000), gradient: true, x => Of(ElementaryFunction.Sigmoid, x));

    [Theory]
    [InlineData(2.9e-7, 1.4500003355104578e-07)]
    [InlineData(1e-18, 5e-19)]
    [InlineData(-1e-300, -5e-301)]
    [InlineData(1e-323, 5e-324)]
    public void Tanh_form_of_GELU_is_rounded_once_near_zero(double x, double value) =>
        Assert.Equal(value, Run(new Gelu(GeluForm.Tanh), x, gradient: false));

    static BigReal Of(ElementaryFunction function, double x) => BigFunctions.Of(function, x);

    static void Within(ActivationSpec spec, bool gradient, Func<double, BigReal> truth)
    {
        foreach (double x in Points)
        {
            double result = Run(spec, x, gradient), error = (BigReal.Of(result) - truth(x)).Estimate / (Math.BitIncrement(Math.Abs(result)) - Math.Abs(result));
            Assert.True(Math.Abs(error) <= 1, $"{spec.Name} at {x:R} must be within 1 ULP: got {error}.");
        }
    }

    static double Run(ActivationSpec spec, double x, bool gradient)
    {
        var result = new NativeBackend().Activation<double>(spec).Evaluate(Operands<double>.Of(Tensor.Create([x], [1])), ["input"]);
        return (gradient ? result.Gradients["input"] : result.Value).Flat()[0];
    }
}

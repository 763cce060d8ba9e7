using System.Numerics.Tensors;
using ParityNet.Activations;

namespace ParityNet.Native.Tests.Activations;

/// <summary>Laws of activations that hold to the last bit, and their conventions at kinks.</summary>
public class ActivationLawTests
{
    static readonly NativeBackend Native = new();

    static Tensor<double> X => new Numbers<double>(1).Ordinary(7, 5);

    [Fact]
    public void Hyperbolic_tangent_is_odd_and_its_slope_even()
    {
        IActivation<double> tanh = Native.Activation<double>(new Tanh());
        Bits.Same(Negated(tanh.Value(X)), tanh.Value(Negated(X)));
        Bits.Same(Derivative(new Tanh(), X), Derivative(new Tanh(), Negated(X)));
    }

    [Fact]
    public void Sigmoid_has_an_even_slope() => Bits.Same(Derivative(new Sigmoid(), X), Derivative(new Sigmoid(), Negated(X)));

    [Fact]
    public void Log_softmax_does_not_change_when_all_scores_move_by_the_same()
    {
        Tensor<double> x = Tensor.Create([0.5, -1.25, 3], [3]), moved = Tensor.Create([64.5, 62.75, 67], [3]);
        Bits.Same(Native.Activation<double>(new LogSoftmax()).Value(x), Native.Activation<double>(new LogSoftmax()).Value(moved));
        Bits.Same(Native.Activation<double>(new Softmax()).Value(x), Native.Activation<double>(new Softmax()).Value(moved));
    }

    [Fact]
    public void Softmax_of_a_row_does_not_depend_on_its_neighbours()
    {
        Tensor<double> all = Native.Activation<double>(new Softmax()).Value(X);
        for (int row = 0; row < 7; row++)
            Bits.Same(all.Flat().Slice(row * 5, 5), Native.Activation<double>(new Softmax()).Value(Tensor.Create(X.Flat().Slice(row * 5, 5).ToArray(), [5])).Flat());
    }

    [Fact]
    public void Softmax_along_the_first_dimension_is_that_of_the_transposed_rows()
    {
        Tensor<double> turned = Tensor.Create([.. Enumerable.Range(0, 35).Select(i => X.Flat()[i % 7 * 5 + i / 7])], [5, 7]);
        double[] columns = Native.Activation<double>(new Softmax(0)).Value(turned).Flat().ToArray();
        Bits.Same(Native.Activation<double>(new Softmax()).Value(X).Flat(), [.. Enumerable.Range(0, 35).Select(i => columns[i % 5 * 7 + i / 5])]);
    }

    [Theory]
    [InlineData(0f, 0f, 0f)]
    [InlineData(-1f, 0f, 0f)]
    [InlineData(2f, 2f, 1f)]
    [InlineData(float.NaN, float.NaN, 1f)]
    public void ReLU_is_flat_at_zero(float x, float value, float derivative) => Is(new ReLU(), x, value, derivative);

    [Theory]
    [InlineData(0f, 0f, 0.5f)]
    [InlineData(-4f, -2f, 0.5f)]
    [InlineData(2f, 2f, 1f)]
    public void Leaky_ReLU_has_its_left_slope_at_zero(float x, float value, float derivative) => Is(new LeakyReLU(0.5), x, value, derivative);

    [Theory]
    [InlineData(20f, 1)]
    [InlineData(20.5f, 0)]
    public void Softplus_is_the_identity_beyond_its_threshold(float x, int above) =>
        Assert.Equal(above > 0, Native.Activation<double>(new Softplus()).Value(Tensor.Create([(double)x], [1])).Flat()[0] > x);

    [Theory]
    [InlineData(1000f, 1000f, 1f)]
    [InlineData(-1000f, -0f, 0f)]
    public void Gelu_is_exact_far_out(float x, float value, float derivative)
    {
        Assert.Equal(value, Native.Activation<float>(new Gelu()).Value(Tensor.Create([x], [1])).Flat()[0]);
        Assert.Equal(value, Native.Activation<float>(new Gelu(GeluForm.Tanh)).Value(Tensor.Create([x], [1])).Flat()[0]);
        Assert.Equal(derivative, Derivative(new Gelu(), x));
        Assert.Equal(derivative, Derivative(new Gelu(GeluForm.Tanh), x));
        Assert.Equal(derivative, Derivative(new Gelu(GeluForm.Tanh), x * 1e30f));
    }

    [Fact]
    public void PReLU_slope_gathers_the_negative_inputs_of_its_channel()
    {
        Tensor<double> x = Tensor.Create([-1.0, 2, 0, -4, -8, 16], [3, 2]), cotangent = Tensor.Create([1.0, 10, 100, 1000, 10000, 100000], [3, 2]);
        IActivation<double> activation = Native.Activation<double>(new PReLU());
        Evaluation<double> channels = activation.Evaluate(Operands<double>.Of(x).With("weight", Tensor.Create([0.5, 0.25], [2])), ["input", "weight"], cotangent);
        Bits.Same<double>([-0.5, 2, 0, -1, -4, 16], channels.Value.Flat());
        Bits.Same<double>([0.5, 10, 50, 250, 5000, 100000], channels.Gradients["input"].Flat());
        Bits.Same<double>([-80001, -4000], channels.Gradients["weight"].Flat());
        Bits.Same<double>([-84001], activation.Evaluate(Operands<double>.Of(x).With("weight", Tensor.Create([0.5], [1])), ["weight"], cotangent).Gradients["weight"].Flat());
    }

    static void Is(ActivationSpec spec, float x, float value, float derivative)
    {
        Bits.Same<float>([value], Native.Activation<float>(spec).Value(Tensor.Create([x], [1])).Flat());
        Assert.Equal(derivative, Derivative(spec, x));
    }

    static float Derivative(ActivationSpec spec, float x) => Native.Activation<float>(spec).Evaluate(Operands<float>.Of(Tensor.Create([x], [1]))).Gradients["input"].Flat()[0];

    static Tensor<double> Derivative(ActivationSpec spec, Tensor<double> x) => Native.Activation<double>(spec).Evaluate(Operands<double>.Of(x)).Gradients["input"];

    static Tensor<double> Negated(Tensor<double> tensor) => Tensor.Create([.. tensor.Flat().ToArray().Select(x => -x)], tensor.Lengths);
}

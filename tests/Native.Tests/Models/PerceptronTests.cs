using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet.Native.Tests.Models;

public class PerceptronTests
{
    static readonly NativeBackend Native = new();

    public static TheoryData<ModelSpec> Models => Examples.Models;

    [Theory, MemberData(nameof(Models))]
    public void Model_has_the_same_bits_at_every_width(ModelSpec spec)
    {
        Widths<float>((Perceptron)spec, 33);
        Widths<double>((Perceptron)spec, 5);
        Widths<float>(new Perceptron([20, 70, 37, 3], new PReLU(), new Softmax()), 131);
    }

    [Fact]
    public void Two_linear_layers_follow_the_chain_rule()
    {
        var spec = new Perceptron([2, 2, 1], new Identity(), new Identity());
        Tensor<double>[] parameters = [Of([1, 2, 3, 4], 2, 2), Of([0, 0], 2), Of([5, 6], 1, 2), Of([0], 1)];
        LossAndGradients<double> both = Native.Model<double>(spec, new SquaredError(Reduction: Reduction.Sum))
            .LossAndGradients(parameters, Of([1, 1, 0, 2], 2, 2), Of([50, 70], 2, 1));
        // Outputs are 5·3 + 6·7 = 57 and 5·4 + 6·8 = 68, so 2r is 14 and −4.
        Assert.Equal(49 + 4, both.Loss);
        Bits.Same(Of([14 * 3 - 4 * 4, 14 * 7 - 4 * 8], 1, 2), both.Gradients[2]);
        Bits.Same(Of([10], 1), both.Gradients[3]);
        Bits.Same(Of([5 * 14, 5 * (14 - 8), 6 * 14, 6 * (14 - 8)], 2, 2), both.Gradients[0]);
        Bits.Same(Of([50, 60], 2), both.Gradients[1]);
    }

    [Fact]
    public void Hidden_ReLU_and_PReLU_pass_gradients_where_they_are_open()
    {
        Tensor<double>[] parameters = [Of([1, -1, -1, 1], 2, 2), Of([0, 0], 2), Of([0.25], 1), Of([1, 1], 1, 2), Of([1], 1)];
        LossAndGradients<double> both = Native.Model<double>(new Perceptron([2, 2, 1], new PReLU(), new Identity()), new SquaredError(Half: true, Reduction.Sum))
            .LossAndGradients(parameters, Of([8, 4], 1, 2), Of([0], 1, 1));
        // The sums are 4 and −4, so the output is 4 − 1 + 1 = 4 and its derivative 4.
        Assert.Equal(8, both.Loss);
        Bits.Same(Of([32, 16, 8, 4], 2, 2), both.Gradients[0]);
        Bits.Same(Of([4, 1], 2), both.Gradients[1]);
        Bits.Same(Of([-16], 1), both.Gradients[2]);
        Bits.Same(Of([16, -4], 1, 2), both.Gradients[3]);
        Bits.Same(Of([4], 1), both.Gradients[4]);
    }

    [Fact]
    public void Log_softmax_with_negative_log_likelihood_slopes_like_the_cross_entropy_of_the_logits()
    {
        Tensor<double>[] parameters = [Of([1, 2, 3, 4, 5, 6], 3, 2), Of([1, 0, -1], 3)];
        Tensor<double> x = Of([0.5, -0.25], 1, 2);
        Tensor<long> label = Tensor.Create([1L], [1]);
        LossAndGradients<double> split = Native.Model<double>(new Perceptron([2, 3], new Identity(), new LogSoftmax()), new NegativeLogLikelihood()).LossAndGradients(parameters, x, label);
        LossAndGradients<double> whole = Native.Model<double>(new Perceptron([2, 3], new Identity(), new Identity()), new CrossEntropy()).LossAndGradients(parameters, x, label);
        Assert.Equal(whole.Loss, split.Loss);
        Bits.Same(whole.Gradients[0], split.Gradients[0]);
    }

    [Fact]
    public void Layer_is_the_activation_of_the_sums()
    {
        var spec = new Perceptron([2, 3], new Identity(), new Tanh());
        Tensor<float>[] parameters = [new Numbers<float>(1).Ordinary(3, 2), new Numbers<float>(2).Ordinary(3)];
        Tensor<float> x = Tensor.Create([1f, 0, 0, 1], [2, 2]);
        float[] w = parameters[0].Flat().ToArray(), b = parameters[1].Flat().ToArray();
        Tensor<float> sums = Tensor.Create([w[0] + b[0], w[2] + b[1], w[4] + b[2], w[1] + b[0], w[3] + b[1], w[5] + b[2]], [2, 3]);
        Bits.Same(Native.Activation<float>(new Tanh()).Value(sums), Native.Model<float>(spec, new SquaredError()).Value(parameters, x));
    }

    [Fact]
    public void Dropout_and_batch_statistics_are_for_training_alone()
    {
        // The first layer passes its input on, so the hidden numbers are those of the batch: 1 and 5, of mean 3 and deviation 2.
        var spec = new Perceptron([1, 1, 1], new Identity(), new Identity(), Normalization.Batch, 0.5, Dropout: 0.5);
        Tensor<double>[] parameters = [Of([1], 1, 1), Of([0], 1), Of([1], 1), Of([0], 1), Of([1], 1, 1), Of([0], 1)];
        IModel<double> model = Native.Model<double>(spec, new SquaredError(Reduction: Reduction.Sum));
        var context = new ModelContext<double>([Of([1], 1), Of([4 - 1e-5], 1)], [Of([0, 1], 2, 1)]);
        Bits.Same(Of([0, 2], 2, 1), model.Value(parameters, Of([1, 5], 2, 1), context));
        LossAndGradients<double> both = model.LossAndGradients(parameters, Of([1, 5], 2, 1), Of([0, 0], 2, 1), context);
        // One of both is left out, the other one doubled: (2·2/√(4 + ε))².
        // Half-units of rounding: 5 by sum, root and inverse, squared, 1 by the square itself, and 2 by the sum and the quotient here.
        double expected = 16 / (4 + 1e-5), most = 8 * Math.ScaleB(expected, -53);
        Assert.InRange(both.Loss, expected - most, expected + most);
        Bits.Same(Of([2], 1), both.Buffers[0]);
        Bits.Same(Of([(4 - 1e-5) / 2 + 4], 1), both.Buffers[1]);
    }

    [Fact]
    public void Sums_of_blocks_and_the_bias_are_added_in_double()
    {
        // The sums of the first 256 products and of the last one are ±1e8, beside which float does not see a half.
        float[] weights = new float[257];
        (weights[0], weights[256]) = (1e8f, -1e8f);
        Tensor<float>[] parameters = [Tensor.Create(weights, [1, 257]), Tensor.Create([0.5f], [1])];
        Tensor<float> ones = Tensor.Create(Enumerable.Repeat(1f, 257).ToArray(), [1, 257]);
        Assert.Equal(0.5f, Native.Model<float>(new Perceptron([257, 1], new Identity(), new Identity()), new SquaredError()).Value(parameters, ones).Flat()[0]);
    }

    [Fact]
    public void Model_refuses_what_does_not_fit()
    {
        IModel<float> model = Native.Model<float>(new Perceptron(3, 4, 1), new SquaredError());
        ImmutableArray<Tensor<float>> parameters = model.Spec.Init<float>(1);
        Tensor<float> x = new Numbers<float>(1).Ordinary(2, 3);
        Assert.Equal("parameters must hold one tensor for each that the model has: expected 4, got 3.", Assert.Throws<ArgumentException>(() => model.Value([.. parameters[..3]], x)).Message);
        Assert.Equal("0.bias must have the shape of the model: expected [4], got [1].", Assert.Throws<ArgumentException>(() => model.Value([parameters[0], parameters[3], .. parameters[2..]], x)).Message);
        Assert.Equal("input must be a batch of examples: expected [N, 3], got [3].", Assert.Throws<ArgumentException>(() => model.Value(parameters, new Numbers<float>(1).Ordinary(3))).Message);
        Assert.Equal("loss must be reduced to train by it: expected Reduction Mean or Sum, got None.", Assert.Throws<ArgumentException>(() =>
            Native.Model<float>(new Perceptron(3, 4, 1), new SquaredError(Reduction: Reduction.None)).LossAndGradients(parameters, x, x)).Message);
    }

    static void Widths<T>(Perceptron spec, nint rows) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImmutableArray<Tensor<T>> parameters = spec.Init<T>(1);
        Tensor<T> x = new Numbers<T>(2).Ordinary(rows, spec.Inputs), y = new Numbers<T>(3).Ordinary(rows, spec.Widths[^1]);
        var context = new ModelContext<T>(spec.InitBuffers<T>(), spec.DrawMasks<T>(rows, 4));
        LossAndGradients<T> expected = Plans.Scalar.Model<T>(spec, new Huber()).LossAndGradients(parameters, x, y, context);
        foreach (NativeBackend other in Plans.Others)
        {
            LossAndGradients<T> actual = other.Model<T>(spec, new Huber()).LossAndGradients(parameters, x, y, context);
            Bits.Same<T>([expected.Loss], [actual.Loss]);
            for (int i = 0; i < parameters.Length; i++)
                Bits.Same(expected.Gradients[i], actual.Gradients[i]);
            for (int i = 0; i < expected.Buffers.Length; i++)
                Bits.Same(expected.Buffers[i], actual.Buffers[i]);
        }
    }

    static Tensor<double> Of(double[] numbers, params nint[] shape) => Tensor.Create(numbers, shape);
}

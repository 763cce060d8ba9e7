using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;

namespace ParityNet.Native.Tests.Losses;

/// <summary>Laws of losses that hold to the last bit.</summary>
public class LossLawTests
{
    static readonly NativeBackend Native = new();

    static Tensor<double> X => new Numbers<double>(1).Ordinary(7, 5);

    static Tensor<double> Y => new Numbers<double>(2).Ordinary(7, 5);

    [Fact]
    public void Squared_and_absolute_error_are_symmetric()
    {
        foreach (LossSpec spec in (LossSpec[])[new SquaredError(), new AbsoluteError(), new Huber(0.5), new SmoothL1(0.5)])
            Bits.Same(Native.Loss<double>(spec).Value(X, Y), Native.Loss<double>(spec).Value(Y, X));
    }

    [Fact]
    public void Losses_are_homogeneous_in_powers_of_two()
    {
        Tensor<double> x = Times(X, 4), y = Times(Y, 4);
        Bits.Same(Times(Native.Loss<double>(new SquaredError()).Value(X, Y), 16), Native.Loss<double>(new SquaredError()).Value(x, y));
        Bits.Same(Times(Native.Loss<double>(new AbsoluteError()).Value(X, Y), 4), Native.Loss<double>(new AbsoluteError()).Value(x, y));
        Bits.Same(Times(Native.Loss<double>(new L2Norm()).Value(X, Y), 4), Native.Loss<double>(new L2Norm()).Value(x, y));
        Bits.Same(Times(Native.Loss<double>(new Huber(0.5)).Value(X, Y), 16), Native.Loss<double>(new Huber(2)).Value(x, y));
    }

    [Fact]
    public void Huber_is_its_threshold_times_smooth_L1()
    {
        foreach (double delta in (double[])[0.25, 2, 8])
            Bits.Same(Native.Loss<double>(new Huber(delta)).Value(X, Y), Times(Native.Loss<double>(new SmoothL1(delta)).Value(X, Y), delta));
    }

    [Fact]
    public void Huber_of_a_great_threshold_is_half_the_squared_error()
    {
        ValueAndGradient<double> huber = Native.Loss<double>(new Huber(1e30)).ValueAndGradient(X, Y), half = Native.Loss<double>(new SquaredError(Half: true)).ValueAndGradient(X, Y);
        Bits.Same(half.Value, huber.Value);
        Bits.Same(half.Gradient, huber.Gradient);
        Bits.Same(half.Value, Times(Native.Loss<double>(new SquaredError()).Value(X, Y), 0.5));
    }

    [Fact]
    public void Losses_of_a_difference_are_zero_only_where_there_is_none()
    {
        foreach (LossSpec spec in (LossSpec[])[new SquaredError(), new AbsoluteError(), new Huber(0.5), new SmoothL1(0.5), new L2Norm()])
        {
            Assert.Equal(0, Native.Loss<double>(spec).Value(X, X).Flat()[0]);
            Assert.True(Native.Loss<double>(spec).Value(X, Y).Flat()[0] > 0);
        }
    }

    [Fact]
    public void Cross_entropy_does_not_change_when_all_logits_move_by_the_same()
    {
        Tensor<double> x = Tensor.Create([0.5, -1.25, 3, 0, 2.5, -7], [2, 3]), moved = Tensor.Create([64.5, 62.75, 67, 64, 66.5, 57], [2, 3]);
        Tensor<long> labels = Tensor.Create([0L, 2], [2]);
        ILoss<double> loss = Native.Loss<double>(new CrossEntropy());
        Bits.Same(loss.Evaluate(Operands<double>.Of(x, labels)), loss.Evaluate(Operands<double>.Of(moved, labels)));
    }

    [Fact]
    public void Cross_entropy_of_a_class_is_that_of_its_one_hot_probabilities()
    {
        Tensor<double> x = Tensor.Create([0.5, -1.25, 3, 3, 2.5, -7, 1, 1, 1], [3, 3]), oneHot = Tensor.Create([1.0, 0, 0, 0, 0, 1, 0, 1, 0], [3, 3]);
        Tensor<long> labels = Tensor.Create([0L, 2, 1], [3]);
        foreach (Reduction reduction in (Reduction[])[Reduction.Mean, Reduction.Sum, Reduction.None])
        {
            ILoss<double> loss = Native.Loss<double>(new CrossEntropy(Reduction: reduction));
            Bits.Same(loss.Evaluate(Operands<double>.Of(x, labels)), loss.Evaluate(Operands<double>.Of(x, oneHot)));
        }
    }

    [Fact]
    public void Cross_entropy_is_the_negative_log_likelihood_of_a_log_softmax()
    {
        Tensor<double> x = X;
        Tensor<long> labels = new Numbers<double>(3).Labels(5, 7);
        Tensor<double> logs = Native.Activation<double>(new LogSoftmax(1)).Value(x);
        Bits.Same(Native.Loss<double>(new NegativeLogLikelihood(Reduction: Reduction.None)).Value(logs, labels), Native.Loss<double>(new CrossEntropy(Reduction: Reduction.None)).Value(x, labels));
    }

    [Fact]
    public void Cross_entropy_permutes_with_its_rows()
    {
        ILoss<double> loss = Native.Loss<double>(new CrossEntropy(Reduction: Reduction.None));
        Tensor<double> x = X;
        Tensor<long> labels = new Numbers<double>(3).Labels(5, 7);
        double[] all = loss.Value(x, labels).Flat().ToArray();
        for (int row = 0; row < 7; row++)
            Bits.Same<double>([all[row]], loss.Value(Tensor.Create(x.Flat().Slice(row * 5, 5).ToArray(), [1, 5]), Tensor.Create([labels.Flat()[row]], [1])).Flat());
    }

    [Fact]
    public void Row_that_is_ignored_changes_nothing()
    {
        ILoss<double> loss = Native.Loss<double>(new CrossEntropy(LabelSmoothing: 0.1));
        ValueAndGradient<double> two = loss.ValueAndGradient(Tensor.Create([1.0, 2, 3, 4], [2, 2]), Tensor.Create([0L, 1], [2]));
        ValueAndGradient<double> three = loss.ValueAndGradient(Tensor.Create([1.0, 2, double.NaN, double.NaN, 3, 4], [3, 2]), Tensor.Create([0L, -100, 1], [3]));
        Bits.Same(two.Value, three.Value);
        Bits.Same<double>([two.Gradient.Flat()[0], two.Gradient.Flat()[1], 0, 0, two.Gradient.Flat()[2], two.Gradient.Flat()[3]], three.Gradient.Flat());
    }

    [Fact]
    public void Binary_cross_entropy_with_logits_mirrors_at_zero_for_certain_targets()
    {
        ILoss<double> loss = Native.Loss<double>(new BinaryCrossEntropyWithLogits(Reduction: Reduction.None));
        Tensor<double> x = X, mirrored = Times(X, -1), zeros = Times(X, 0), ones = Tensor.Create([.. Enumerable.Repeat(1.0, 35)], [7, 5]);
        Bits.Same(loss.Value(x, ones), loss.Value(mirrored, Tensor.Create(new double[35], [7, 5])));
        Assert.All(zeros.Flat().ToArray(), zero => Assert.Equal(0, zero));
    }

    [Fact]
    public void Weights_of_one_change_nothing()
    {
        Tensor<double> x = X, y = new Numbers<double>(4).Probabilities(7, 5), ones = Tensor.Create([1.0], [1]);
        Operands<double> plain = Operands<double>.Of(x, y);
        ILoss<double> loss = Native.Loss<double>(new BinaryCrossEntropyWithLogits());
        Bits.Same(loss.Evaluate(plain), loss.Evaluate(plain.With("weight", ones).With("pos_weight", ones)));
    }

    [Fact]
    public void Extreme_logits_stay_finite()
    {
        ILoss<float> binary = Native.Loss<float>(new BinaryCrossEntropyWithLogits(Reduction: Reduction.None));
        Bits.Same<float>([1000, 0, 0, 1000], binary.Value(Tensor.Create([1000f, 1000, -1000, -1000], [4]), Tensor.Create([0f, 1, 0, 1], [4])).Flat());
        ILoss<float> categorical = Native.Loss<float>(new CrossEntropy(Reduction: Reduction.None));
        Bits.Same<float>([20000, 0], categorical.Value(Tensor.Create([1e4f, -1e4f, 1e4f, -1e4f], [2, 2]), Tensor.Create([1L, 0], [2])).Flat());
    }

    [Fact]
    public void Gradient_of_a_broadcast_argument_sums_what_it_was_repeated_to()
    {
        Tensor<double> x = Tensor.Create([1.0, 2, 3, 4, 5, 6], [2, 3]), y = Tensor.Create([1.0, 1, 2], [3]);
        Evaluation<double> both = Native.Loss<double>(new SquaredError(Half: true, Reduction.Sum)).Evaluate(Operands<double>.Of(x, y), ["input", "target"]);
        Bits.Same<double>([0, 1, 1, 3, 4, 4], both.Gradients["input"].Flat());
        Bits.Same(Tensor.Create([-3.0, -5, -5], [3]), both.Gradients["target"]);
        Assert.Equal(21.5, both.Value.Flat()[0]);
    }

    [Fact]
    public void L2_norm_neither_overflows_nor_underflows()
    {
        ILoss<double> loss = Native.Loss<double>(new L2Norm(Reduction.None));
        Tensor<double> zero = Tensor.Create(new double[6], [3, 2]), x = Tensor.Create([3e300, 4e300, 0, 0, 3 * Math.ScaleB(1, -1070), 4 * Math.ScaleB(1, -1070)], [3, 2]);
        ValueAndGradient<double> norm = loss.ValueAndGradient(x, zero);
        Bits.Same<double>([5e300, 0, 5 * Math.ScaleB(1, -1070)], norm.Value.Flat());
        Bits.Same<double>([3e300 / 5e300, 4e300 / 5e300, 0, 0, 0.6, 0.8], norm.Gradient.Flat());
    }

    static Tensor<double> Times(Tensor<double> tensor, double factor) =>
        Tensor.Create([.. tensor.Flat().ToArray().Select(x => x * factor)], tensor.Lengths);
}

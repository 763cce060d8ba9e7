using static ParityNet.TorchTests.Libtorch;

namespace ParityNet.TorchTests;

/// <summary>Values and gradients that can be worked out by hand. Where every step is exact in binary, so is the comparison.</summary>
public class LossTests
{
    /// <summary>Loss, prediction, target, value, gradient.</summary>
    public static TheoryData<LossSpec, double[], double[], double, double[]> ByHand => new()
    {
        { new SquaredError(), [1, 3], [0, 0], 5, [1, 3] },
        { new SquaredError(Half: true), [1, 3], [0, 0], 2.5, [0.5, 1.5] },
        { new SquaredError(Reduction: Reduction.Sum), [1, 3], [0, 0], 10, [2, 6] },
        { new AbsoluteError(), [3, -1, 5, 0], [0, 0, 5, 4], 2, [0.25, -0.25, 0, -0.25] },
        { new Huber(0.5, Reduction.Sum), [0.25, 2, -2], [0, 0, 0], 0.03125 + 0.875 + 0.875, [0.25, 0.5, -0.5] },
        { new SmoothL1(0.5, Reduction.Sum), [0.25, 2, -2], [0, 0, 0], 0.0625 + 1.75 + 1.75, [0.5, 1, -1] },
        // With β = 0 it is the absolute error, whose derivative where it is 0 is 0, as torch.nn.functional has it; libtorch's own kernel gives −1.
        { new SmoothL1(0, Reduction.Sum), [2, 1], [0, 1], 2, [1, 0] },
        { new Hinge(Reduction.Sum), [0.5, 1, -1, 3], [1, 1, 1, -1], 0.5 + 0 + 2 + 4, [-1, 0, -1, 1] },
        { new L2Norm(), [3, 0], [0, 4], 5, [0.6, -0.8] },
        { new L2Norm(), [1, 1], [1, 1], 0, [0, 0] },
        { new BinaryCrossEntropy(LogBase.Bits, Reduction.Sum), [0.5, 0.25], [1, 0], 1 + Math.Log2(4.0 / 3), [-2 / Math.Log(2), 4 / 3.0 / Math.Log(2)] },
        { new BinaryCrossEntropyWithLogits(LogBase.Bits), [0, 0], [1, 0], 1, [-0.25 / Math.Log(2), 0.25 / Math.Log(2)] },
        { new KullbackLeibler(Reduction: Reduction.Sum), [-1, -2], [1, 0], 1, [-1, 0] },
        { new KullbackLeibler(LogTarget: true, Reduction: Reduction.Sum), [-1, -2], [0, -2], 1, [-1, -Math.Exp(-2)] },
    };

    [Theory, MemberData(nameof(ByHand))]
    public void Loss_and_gradient_are_those_worked_out_by_hand(LossSpec spec, double[] prediction, double[] target, double value, double[] gradient)
    {
        ValueAndGradient<double> got = Backend().Loss<double>(spec).ValueAndGradient(Row(prediction), Row(target));
        AFewUnits.Apart(value, got.Value[0]);
        for (int i = 0; i < gradient.Length; i++)
            AFewUnits.Apart(gradient[i], got.Gradient[i]);
    }

    [Theory, MemberData(nameof(ByHand))]
    public void Flat_memory_gives_the_bits_that_tensors_give(LossSpec spec, double[] prediction, double[] target, double value, double[] gradient)
    {
        ILoss<double> loss = Backend().Loss<double>(spec);
        ValueAndGradient<double> tensors = loss.ValueAndGradient(Row(prediction), Row(target));
        double[] own = [.. prediction];
        double flat = loss.ValueAndGradient(own, target, own);
        Assert.Equal(tensors.Value[0], flat);
        Assert.Equal(tensors.Gradient.ToArray(), own);
        Assert.Equal(gradient.Length, own.Length);
        AFewUnits.Apart(value, flat);
    }

    [Fact]
    public void Flat_memory_that_cannot_hold_the_arguments_is_refused()
    {
        ILoss<double> loss = Backend().Loss<double>(new Huber());
        Assert.Equal("target must have the length of prediction: expected 2, got 1.",
            Assert.Throws<ArgumentException>(() => loss.ValueAndGradient([1, 2], [1], new double[2])).Message);
        Assert.Equal("gradient must have the length of prediction: expected 2, got 3.",
            Assert.Throws<ArgumentException>(() => loss.ValueAndGradient([1, 2], [1, 2], new double[3])).Message);
        Assert.Equal("cross_entropy must be given tensors: expected rows of classes, got flat memory.",
            Assert.Throws<NotSupportedException>(() => Backend().Loss<double>(new CrossEntropy()).ValueAndGradient([1], [1], new double[1])).Message);
    }

    [Fact]
    public void Flat_memory_without_reduction_gives_the_sum()
    {
        ILoss<float> loss = Backend().Loss<float>(new Huber(1, Reduction.None));
        var gradient = new float[3];
        Assert.Equal(0.5f + 1.5f, loss.ValueAndGradient([1, 2, 0], [0, 0, 0], gradient));
        Assert.Equal([1, 1, 0], gradient);
    }

    [Theory]
    [InlineData(1.0, 0.98, "0.0291")]
    [InlineData(1.0, 0.0001, "13.2877")]
    public void Binary_cross_entropy_in_bits_is_the_textbooks(double target, double probability, string bits) =>
        Assert.Equal(bits, Backend().Loss<double>(new BinaryCrossEntropy(LogBase.Bits)).Value(Row(probability), Row(target))[0].ToString("F4"));

    [Fact]
    public void Softmax_classifier_and_multi_class_hinge_are_the_textbooks_for_the_cat()
    {
        IBackend torch = Backend();
        Tensor<double> scores = Row(3.2, 5.1, -1.7);
        Tensor<long> cat = Row(0L);
        Assert.Equal("2.04", torch.Loss<double>(new CrossEntropy()).Value(scores, cat)[0].ToString("F2"));
        Assert.Equal("2.9", torch.Loss<double>(new MultiMargin(PerClass: false)).Value(scores, cat)[0].ToString("F1"));
        Assert.Equal(["0.13", "0.87", "0.00"], torch.Activation<double>(new Softmax()).Value(scores).ToArray().Select(p => p.ToString("F2")));
    }

    [Fact]
    public void Cross_entropy_forms_agree_on_the_textbooks_three_rows()
    {
        IBackend torch = Backend();
        double[] probabilities = [.2645, .1639, .1855, .2585, .1277, .2430, .1624, .2322, .1930, .1694, .2226, .1986, .2326, .1594, .1868];
        Tensor<double> logs = Table(3, [.. probabilities.Select(p => Math.Log(p))]);
        Tensor<long> labels = Row(0L, 2L, 1L);
        Tensor<double> oneHot = Table(3, 1.0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
        // The book prints four digits: each probability, and the mean itself, is known to half a unit of the last.
        double known = 0.00005 * (1 + (1 / .2645 + 1 / .2322 + 1 / .1986) / 3);
        foreach (double mean in new[]
        {
            torch.Loss<double>(new CrossEntropy()).Value(logs, labels)[0],
            torch.Loss<double>(new CrossEntropy()).Value(logs, oneHot)[0],
            torch.Loss<double>(new NegativeLogLikelihood()).Value(logs, labels)[0],
        })
            Assert.InRange(mean, 1.4689 - known, 1.4689 + known);
    }

    [Fact]
    public void Ignored_rows_count_neither_in_the_sum_nor_in_the_mean()
    {
        Tensor<double> logs = Table(3, -1.0, -2, -3, -4, -5, -6);
        Tensor<long> labels = Row(0L, 1L, 0L);
        foreach (LossSpec spec in new LossSpec[] { new NegativeLogLikelihood(IgnoreIndex: 1), new NegativeLogLikelihood(IgnoreIndex: 7) })
        {
            Tensor<long> target = spec is NegativeLogLikelihood { IgnoreIndex: 7 } ? Row(0L, 7L, 0L) : labels;
            ValueAndGradient<double> got = Backend().Loss<double>(spec).ValueAndGradient(logs, target);
            Assert.Equal((1 + 5) / 2.0, got.Value[0]);
            Assert.Equal([-0.5, 0, 0, 0, -0.5, 0], got.Gradient.ToArray());
        }
    }

    [Fact]
    public void Class_weights_weigh_the_mean()
    {
        Operands<double> operands = Operands<double>.Of(Table(2, -1.0, -2, -3, -4), Row(0L, 1L)).With("weight", Row(1.0, 3));
        Assert.Equal((1 + 3 * 4) / 4.0, Backend().Loss<double>(new NegativeLogLikelihood()).Value(operands)[0]);
    }

    [Fact]
    public void Positive_weight_multiplies_the_positive_examples()
    {
        Operands<double> operands = Operands<double>.Of(Row(0.0, 0), Row(1.0, 0)).With("pos_weight", Row(3.0)).With("weight", Row(2.0, 1));
        Evaluation<double> got = Backend().Loss<double>(new BinaryCrossEntropyWithLogits(Reduction: Reduction.Sum)).Evaluate(operands);
        AFewUnits.Apart(7 * Math.Log(2), got.Value[0]);
        Assert.Equal([-3, 0.5], got.Gradients["input"].ToArray());
    }

    [Fact]
    public void Gradients_are_given_for_every_argument_asked_for()
    {
        Evaluation<double> got = Backend().Loss<double>(new SquaredError(Reduction: Reduction.None))
            .Evaluate(Operands<double>.Of(Row(1.0, 2), Row(0.0, 5)), ["input", "target"], Row(1.0, 10));
        Assert.Equal([1, 9], got.Value.ToArray());
        Assert.Equal([2, -60], got.Gradients["input"].ToArray());
        Assert.Equal([-2, 60], got.Gradients["target"].ToArray());
    }

    [Fact]
    public void Broadcast_arguments_get_the_summed_gradient()
    {
        Evaluation<double> got = Backend().Loss<double>(new SquaredError(Reduction: Reduction.Sum))
            .Evaluate(Operands<double>.Of(Table(2, 1.0, 2, 3, 4), Row(1.0)), ["input", "target"]);
        Assert.Equal(0 + 1 + 4 + 9, got.Value[0]);
        Assert.Equal([0, 2, 4, 6], got.Gradients["input"].ToArray());
        Assert.Equal([-12], got.Gradients["target"].ToArray());
    }

    [Fact]
    public void Batch_mean_divides_by_the_first_dimension() =>
        Assert.Equal(3, Backend().Loss<double>(new KullbackLeibler(Reduction: Reduction.BatchMean))
            .Value(Table(2, -1.0, -2, -3, 0), Table(2, 1.0, 1, 1, 0))[0]);

    [Fact]
    public void Empty_batch_gives_libtorchs_mean_and_a_sum_of_0()
    {
        IBackend torch = Backend();
        Assert.Equal(double.NaN, torch.Loss<double>(new SquaredError()).Value(Row<double>(), Row<double>())[0]);
        Assert.Equal(0, torch.Loss<double>(new SquaredError(Reduction: Reduction.Sum)).Value(Row<double>(), Row<double>())[0]);
        Tensor<double> rows = Tensor.Create(Array.Empty<double>(), [0, 3]);
        foreach (Reduction reduction in new[] { Reduction.Mean, Reduction.Sum })
        {
            ValueAndGradient<double> got = torch.Loss<double>(new MultiMargin(Reduction: reduction)).ValueAndGradient(rows, Row<long>());
            Assert.Equal(0, got.Value[0]);
            Assert.Equal([0, 3], got.Gradient.Lengths.ToArray());
        }
    }
}

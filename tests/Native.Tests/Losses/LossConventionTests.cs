using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Native.Tests.Losses;

/// <summary>libtorch's conventions at kinks, in empty batches and at special values.</summary>
public class LossConventionTests
{
    static readonly NativeBackend Native = new();

    public static TheoryData<LossSpec> Losses => Examples.Losses;

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(2f, 1f)]
    [InlineData(-2f, -1f)]
    [InlineData(float.NaN, 0f)]
    public void Absolute_error_has_the_slope_of_the_sign(float x, float derivative) =>
        Assert.Equal(derivative, Native.Loss<float>(new AbsoluteError()).Gradient(One(x), One(0f)).Flat()[0]);

    [Fact]
    public void Smooth_L1_without_a_bend_is_flat_at_zero_as_L1_is()
    {
        Evaluation<float> both = Native.Loss<float>(new SmoothL1(0)).Evaluate(Operands<float>.Of(One(3f), One(3f)), ["input", "target"]);
        Assert.Equal(0, both.Value.Flat()[0]);
        Assert.Equal(0, both.Gradients["input"].Flat()[0]);
        Assert.Equal(0, both.Gradients["target"].Flat()[0]);
    }

    [Fact]
    public void Hinge_is_flat_at_its_kink()
    {
        Evaluation<float> met = Native.Loss<float>(new Hinge()).Evaluate(Operands<float>.Of(One(1f), One(1f)), ["input", "target"]);
        Assert.Equal(0, met.Gradients["input"].Flat()[0]);
        Assert.Equal(0, met.Gradients["target"].Flat()[0]);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Infinite_weight_of_another_class_counts_with_smoothing_alone(double smoothing)
    {
        var operands = Operands<double>.Of(Tensor.Create([1.0, 2, 3], [1, 3]), Tensor.Create(new long[] { 2 }, [1]))
            .With("weight", Tensor.Create([0, double.PositiveInfinity, 0], [3]));
        var loss = Native.Loss<double>(new CrossEntropy(LabelSmoothing: smoothing, Reduction: Reduction.Sum)).Evaluate(operands, ["input"]);
        Assert.Equal(smoothing > 0 ? double.PositiveInfinity : 0, loss.Value.Flat()[0]);
        Assert.Equal(smoothing > 0 ? [double.PositiveInfinity, double.NaN, double.PositiveInfinity] : [0, 0, 0], loss.Gradients["input"].Flat().ToArray());
    }

    [Fact]
    public void Multi_margin_is_flat_at_its_kink()
    {
        ValueAndGradient<float> tie = Native.Loss<float>(new MultiMargin()).ValueAndGradient(Tensor.Create([2f, 1f], [1, 2]), Tensor.Create([0L], [1]));
        Assert.Equal(0, tie.Value.Flat()[0]);
        Bits.Same<float>([0, 0], tie.Gradient.Flat());
    }

    [Fact]
    public void Binary_cross_entropy_clamps_its_value_at_100_and_keeps_its_slope()
    {
        ValueAndGradient<double> wrong = Native.Loss<double>(new BinaryCrossEntropy()).ValueAndGradient(One(0.0), One(1.0));
        Assert.Equal(100, wrong.Value.Flat()[0]);
        Assert.Equal(-1 / (double)1e-12f, wrong.Gradient.Flat()[0]);
    }

    [Fact]
    public void Binary_cross_entropy_slopes_infinitely_by_a_target_where_the_prediction_is_certain() =>
        Bits.Same<double>([double.PositiveInfinity, double.NegativeInfinity], Native.Loss<double>(new BinaryCrossEntropy(Reduction: Reduction.Sum))
            .Evaluate(Operands<double>.Of(Tensor.Create([0.0, 1], [2]), Tensor.Create([0.0, 1], [2])), ["target"]).Gradients["target"].Flat());

    [Fact]
    public void Divergence_from_an_impossible_target_is_zero_with_a_negative_zero_slope()
    {
        ValueAndGradient<float> zero = Native.Loss<float>(new KullbackLeibler()).ValueAndGradient(One(-3f), One(0f));
        Bits.Same<float>([0f], zero.Value.Flat());
        Bits.Same<float>([-0f], zero.Gradient.Flat());
    }

    [Fact]
    public void Divergence_of_a_batch_divides_by_the_rows_of_the_prediction() =>
        Assert.Equal(-3, Native.Loss<double>(new KullbackLeibler(Reduction: Reduction.BatchMean))
            .Value(Tensor.Create([1.0, 2, 1, 2], [2, 2]), Tensor.Create([1.0, 1, 1, 1], [2, 2])).Flat()[0]);

    [Fact]
    public void Cross_entropy_of_ignored_rows_alone_is_NaN_with_gradient_zero()
    {
        ValueAndGradient<double> none = Native.Loss<double>(new CrossEntropy()).ValueAndGradient(Tensor.Create([1.0, 2], [1, 2]), Tensor.Create([-100L], [1]));
        Assert.Equal(double.NaN, none.Value.Flat()[0]);
        Bits.Same<double>([0, 0], none.Gradient.Flat());
    }

    [Fact]
    public void Cross_entropy_without_weight_is_NaN_and_so_is_its_gradient()
    {
        Operands<double> operands = Operands<double>.Of(Tensor.Create([1.0, 2], [1, 2]), Tensor.Create([0L], [1])).With("weight", Tensor.Create([0.0, 1], [2]));
        Evaluation<double> none = Native.Loss<double>(new CrossEntropy(LabelSmoothing: 0.5)).Evaluate(operands);
        Assert.Equal(double.NaN, none.Value.Flat()[0]);
        Assert.All(none.Gradients["input"].Flat().ToArray(), derivative => Assert.Equal(double.NaN, derivative));
    }

    [Fact]
    public void Weighted_mean_divides_by_the_weights_of_the_rows() =>
        Assert.Equal(-(0.5 * 2 + 2 * 4) / 2.5, Native.Loss<double>(new NegativeLogLikelihood()).Value(Operands<double>
            .Of(Tensor.Create([2.0, 9, 9, 4], [2, 2]), Tensor.Create([0L, 1], [2])).With("weight", Tensor.Create([0.5, 2], [2]))).Flat()[0]);

    static readonly nint[] NoRows = [0, 3];

    public static TheoryData<LossSpec> ReducedBatches =>
        [.. Losses.Select(row => row.Data).Where(spec => spec.Reduction != Reduction.None && spec.LeadShapes != ShapeFamily.Sequences && spec.FitsLead(NoRows))];

    [Theory, MemberData(nameof(ReducedBatches))]
    public void Empty_batch_has_mean_NaN_and_sum_zero(LossSpec spec)
    {
        Operands<float> empty = SampleArguments.Of<float>(spec, NoRows, 1);
        bool zero = spec.Reduction == Reduction.Sum || spec is MultiMargin;
        Assert.Equal(zero ? 0 : float.NaN, Native.Loss<float>(spec).Evaluate(empty).Value.Flat()[0]);
    }

    static Tensor<T> One<T>(T value) => Tensor.Create([value], [1]);
}

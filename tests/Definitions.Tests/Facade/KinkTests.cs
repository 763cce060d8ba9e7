using ParityNet.Activations;
using ParityNet.Losses;
using Xunit;

namespace ParityNet.Definitions.Tests.Facade;

public sealed class KinkTests
{
    static readonly Operands<double> Equal = Operands<double>.Of(Make.Row(2), Make.Row(2));

    [Fact]
    public void Derivatives_at_kinks_are_those_of_libtorch()
    {
        Assert.Equal([0.0], Make.Gradient(new AbsoluteError(), Equal));
        Assert.Equal([0.0], Make.Gradient(new SmoothL1(0), Equal));
        Assert.Equal([0.0], Make.Gradient(new SmoothL1(0), Equal, "target"));
        Assert.Equal([0.5], Make.Gradient(new Huber(0.5), Operands<double>.Of(Make.Row(1), Make.Row(0.5))));
        Assert.Equal([0.0], Make.Gradient(new Hinge(), Operands<double>.Of(Make.Row(1), Make.Row(1))));
        Assert.Equal([0.0, 0.0], Make.Gradient(new MultiMargin(), Operands<double>.Of(Make.Rows(2, 1, 0), Make.Labels(0))));
        Assert.Equal([0.0, 0.0], Make.Gradient(new L2Norm(), Operands<double>.Of(Make.Row(1, 2), Make.Row(1, 2))));
        Assert.Equal([0.0], Make.Gradient(new ReLU(), Operands<double>.Of(Make.Row(0))));
        Assert.Equal([0.0, 0], Make.Gradient(new ReLU6(), Operands<double>.Of(Make.Row(0, 6))));
        Assert.Equal([0.0, 0], Make.Gradient(new Hardtanh(-2, 1), Operands<double>.Of(Make.Row(-2, 1))));
        Assert.Equal([0.0, 0], Make.Gradient(new Hardshrink(), Operands<double>.Of(Make.Row(-0.5, 0.5))));
        Assert.Equal([0.0, 0], Make.Gradient(new Softshrink(), Operands<double>.Of(Make.Row(-0.5, 0.5))));
        Assert.Equal([0.0, 0], Make.Gradient(new Hardsigmoid(), Operands<double>.Of(Make.Row(-3, 3))));
        Assert.Equal([0.0, 1], Make.Gradient(new Hardswish(), Operands<double>.Of(Make.Row(-3, 3))));
        Assert.Equal([0.0], Make.Gradient(new Threshold(1, 2), Operands<double>.Of(Make.Row(1))));
        Assert.Equal([1.5], Make.Gradient(new Elu(1.5), Operands<double>.Of(Make.Row(0))));
        Assert.Equal([1.0], Make.Gradient(new Celu(1.5), Operands<double>.Of(Make.Row(0))));
        Assert.Equal([Selu.Scale * Selu.Alpha], Make.Gradient(new Selu(), Operands<double>.Of(Make.Row(0))));
        Assert.Equal([0.25], Make.Gradient(new RReLU(0, 0.5), Operands<double>.Of(Make.Row(0))));
        Assert.Equal([0.2], Make.Gradient(new LeakyReLU(0.2), Operands<double>.Of(Make.Row(0))));
    }

    [Fact]
    public void Derivative_of_a_clamped_binary_cross_entropy_is_the_declared_one()
    {
        var operands = Operands<double>.Of(Make.Row(0, 1), Make.Row(1, 0));

        double[] derivatives = Make.Gradient(new BinaryCrossEntropy(Reduction: Reduction.Sum), operands);

        Assert.Equal([-1 / (double)1e-12f, 1 / (double)1e-12f], derivatives);
    }

    [Fact]
    public void Derivative_of_PReLU_by_its_weight_is_the_negative_part()
    {
        var operands = Operands<double>.Of(Make.Row(-3, 0, 2)).With("weight", Make.Row(0.25));

        Assert.Equal([-3.0], Make.Gradient(new PReLU(), operands, "weight"));
        Assert.Equal([0.25, 0.25, 1.0], Make.Gradient(new PReLU(), operands));
    }

    [Fact]
    public void NaN_reaches_the_value_and_the_slope_of_a_smooth_branch()
    {
        var operands = Operands<double>.Of(Make.Row(double.NaN), Make.Row(0));

        Assert.True(double.IsNaN(Make.Value(new Huber(), operands)));
        Assert.True(double.IsNaN(Make.Gradient(new Huber(), operands)[0]));
        Assert.True(double.IsNaN(Make.Value(new ReLU(), Operands<double>.Of(Make.Row(double.NaN)))));
    }

    [Fact]
    public void Mean_of_nothing_is_NaN_and_sum_of_nothing_is_0()
    {
        var empty = Operands<double>.Of(Make.Row(), Make.Row());

        Assert.True(double.IsNaN(Make.Value(new SquaredError(), empty)));
        Assert.Equal(0, Make.Value(new SquaredError(Reduction: Reduction.Sum), empty));
    }

    [Fact]
    public void Ignored_rows_change_nothing_even_if_they_hold_NaN()
    {
        var operands = Operands<double>.Of(Make.Rows(2, 1, 2, double.NaN, 0), Make.Labels(0, 1));

        double[] derivatives = Make.Gradient(new CrossEntropy(IgnoreIndex: 1), operands);

        Assert.Equal(Make.Value(new CrossEntropy(), Operands<double>.Of(Make.Rows(2, 1, 2), Make.Labels(0))), Make.Value(new CrossEntropy(IgnoreIndex: 1), operands));
        Assert.Equal([0.0, 0.0], derivatives[2..]);
    }
}

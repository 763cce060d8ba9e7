using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;

namespace ParityNet.Native.Tests.Losses;

/// <summary>Numbers that textbooks work out by hand, to the digits they print.</summary>
public class TextbookLossTests
{
    static readonly NativeBackend Native = new();

    static readonly Tensor<double> Animals = Tensor.Create([3.2, 5.1, -1.7], [1, 3]);

    static readonly Tensor<double> FiveClasses = Tensor.Create(
        [.2645, .1639, .1855, .2585, .1277, .2430, .1624, .2322, .1930, .1694, .2226, .1986, .2326, .1594, .1868], [3, 5]);

    [Theory]
    [InlineData(1.1, 0.7503, 0.2815, 0.1406)]
    [InlineData(5.85, 0.9971, 0.4971, 0.0029)]
    public void Sigmoid_neuron_with_squared_error_learns_slowly_where_it_is_worst(double z, double output, double error, double derivative)
    {
        Tensor<double> at = Tensor.Create([z], [1]), target = Tensor.Create([0.0], [1]);
        Tensor<double> o = Native.Activation<double>(new Sigmoid()).Value(at);
        ValueAndGradient<double> loss = Native.Loss<double>(new SquaredError(Half: true)).ValueAndGradient(o, target);
        Assert.Equal(output, Printed(o.Flat()[0], 4));
        Tensor<double> printed = Tensor.Create([output], [1]);
        Assert.Equal(error, Printed(Native.Loss<double>(new SquaredError(Half: true)).Value(printed, target).Flat()[0], 4));
        Assert.Equal(derivative, Printed(Native.Activation<double>(new Sigmoid()).Pullback(at, loss.Gradient).Flat()[0], 4));
    }

    [Theory]
    [InlineData(0.98, 0.0291)]
    [InlineData(0.0001, 13.2877)]
    public void Binary_cross_entropy_in_bits(double output, double bits) =>
        Assert.Equal(bits, Printed(Native.Loss<double>(new BinaryCrossEntropy(LogBase.Bits)).Value(Tensor.Create([output], [1]), Tensor.Create([1.0], [1])).Flat()[0], 4));

    [Fact]
    public void Binary_cross_entropy_of_a_sigmoid_slopes_by_the_error_itself()
    {
        double z = 5.85, o = Native.Activation<double>(new Sigmoid()).Value(Tensor.Create([z], [1])).Flat()[0];
        Assert.Equal(o, Native.Loss<double>(new BinaryCrossEntropyWithLogits()).Gradient(Tensor.Create([z], [1]), Tensor.Create([0.0], [1])).Flat()[0]);
    }

    [Fact]
    public void Categorical_cross_entropy_of_three_classes() => Assert.Equal(1, Native.Loss<double>(new NegativeLogLikelihood(Base: LogBase.Bits))
        .Value(Tensor.Create([Math.Log(0.2), Math.Log(0.3), Math.Log(0.5)], [1, 3]), Tensor.Create([2L], [1])).Flat()[0]);

    [Theory]
    [InlineData(0.0508, 4.2990)]
    [InlineData(0.8360, 0.2584)]
    public void Negative_log_likelihood_in_bits(double probability, double bits) => Assert.Equal(bits, Printed(Native
        .Loss<double>(new NegativeLogLikelihood(Base: LogBase.Bits)).Value(Tensor.Create([Math.Log(probability)], [1, 1]), Tensor.Create([0L], [1])).Flat()[0], 4));

    [Fact]
    public void Softmax_classifier_of_cat_car_and_frog()
    {
        Assert.Equal([0.13, 0.87, 0.00], Native.Activation<double>(new Softmax()).Value(Animals).Flat().ToArray().Select(p => Printed(p, 2)));
        Assert.Equal(2.04, Printed(Native.Loss<double>(new CrossEntropy()).Value(Animals, Tensor.Create([0L], [1])).Flat()[0], 2));
    }

    [Fact]
    public void Multi_class_hinge_of_cat_car_and_frog() =>
        Assert.Equal(2.9, Printed(Native.Loss<double>(new MultiMargin(PerClass: false)).Value(Animals, Tensor.Create([0L], [1])).Flat()[0], 12));

    [Fact]
    public void Cross_entropy_of_three_rows_of_five_classes()
    {
        // One more digit than the book prints, so that probabilities and logarithms both round to what it prints.
        double[] firstLogs = [-1.33007, -1.80841, -1.68461, -1.35302, -2.05841];
        Tensor<double> logits = Tensor.Create([.. firstLogs, .. FiveClasses.Flat()[5..].ToArray().Select(p => Math.Log(p))], [3, 5]);
        Tensor<long> labels = Tensor.Create([0L, 2, 1], [3]);
        Tensor<double> oneHot = Tensor.Create([1.0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], [3, 5]);
        Tensor<double> logs = Native.Activation<double>(new LogSoftmax()).Value(logits);
        Assert.Equal([-1.3301, -1.8084, -1.6846, -1.3530, -2.0584], logs.Flat()[..5].ToArray().Select(log => Printed(log, 4)));
        Assert.Equal(FiveClasses.Flat()[..5].ToArray(), Native.Activation<double>(new Softmax()).Value(logits).Flat()[..5].ToArray().Select(p => Printed(p, 4)));
        Assert.Equal(1.4689, Printed(Native.Loss<double>(new CrossEntropy()).Value(logits, labels).Flat()[0], 4));
        Assert.Equal(1.4689, Printed(Native.Loss<double>(new CrossEntropy()).Value(logits, oneHot).Flat()[0], 4));
        Assert.Equal(1.4689, Printed(Native.Loss<double>(new NegativeLogLikelihood()).Value(logs, labels).Flat()[0], 4));
    }

    [Fact]
    public void Cross_entropy_of_a_distribution_is_the_surprise_of_its_class() => Assert.Equal(Printed(-Math.Log(0.4), 12), Printed(Native
        .Loss<double>(new CrossEntropy()).Value(Tensor.Create([.. new[] { 0.1, 0.3, 0.4, 0.1, 0.1 }.Select(p => Math.Log(p))], [1, 5]), Tensor.Create([0.0, 0, 1, 0, 0], [1, 5])).Flat()[0], 12));

    [Fact]
    public void L2_is_the_length_of_the_difference() =>
        Assert.Equal(5, Native.Loss<double>(new L2Norm()).Value(Tensor.Create([4.0, 6], [2]), Tensor.Create([1.0, 2], [2])).Flat()[0]);

    static double Printed(double value, int digits) => Math.Round(value, digits);
}

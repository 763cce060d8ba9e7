using ParityNet.Activations;
using ParityNet.Losses;
using Xunit;

namespace ParityNet.Definitions.Tests.Facade;

public sealed class TextbookTests
{
    static readonly Operands<double> Frog = Operands<double>.Of(Make.Rows(3, 3.2, 5.1, -1.7), Make.Labels(0));

    [Theory]
    [InlineData(1, 0.98, 0.0291)]
    [InlineData(1, 0.0001, 13.2877)]
    public void Binary_cross_entropy_in_bits_has_the_digits_of_the_textbook(double target, double output, double expected)
    {
        double loss = Make.Value(new BinaryCrossEntropy(LogBase.Bits), Operands<double>.Of(Make.Row(output), Make.Row(target)));

        Assert.Equal(expected, Math.Round(loss, 4));
    }

    [Theory]
    [InlineData(0.0508, 4.2990)]
    [InlineData(0.8360, 0.2584)]
    public void Log_likelihood_in_bits_has_the_digits_of_the_textbook(double probability, double expected)
    {
        Operands<double> operands = Operands<double>.Of(Make.Rows(2, Math.Log(probability), Math.Log(1 - probability)), Make.Labels(0));

        Assert.Equal(expected, Math.Round(Make.Value(new NegativeLogLikelihood(Base: LogBase.Bits), operands), 4));
    }

    [Fact]
    public void Softmax_classifier_has_the_digits_of_the_textbook()
    {
        double[] softmax = Array.ConvertAll(Make.Values(new Softmax(), Operands<double>.Of(Frog.Input)), p => Math.Round(p, 2));

        Assert.Equal([0.13, 0.87, 0.00], softmax);
        Assert.Equal(2.04, Math.Round(Make.Value(new CrossEntropy(), Frog), 2));
        Assert.Equal(2.9, Math.Round(Make.Value(new MultiMargin(PerClass: false), Frog), 12));
    }

    [Fact]
    public void Cross_entropy_of_three_rows_has_the_digits_of_the_textbook()
    {
        double[] probabilities =
        [
            .2645, .1639, .1855, .2585, .1277, .2430, .1624, .2322, .1930, .1694, .2226, .1986, .2326, .1594, .1868,
        ];
        var logits = Make.Rows(5, Array.ConvertAll(probabilities, Math.Log));

        double loss = Make.Value(new CrossEntropy(), Operands<double>.Of(logits, Make.Labels(0, 2, 1)));

        // The probabilities are printed to four digits, the loss was computed from more.
        Assert.Equal(1.469, Math.Round(loss, 3));
    }

    [Fact]
    public void Extremes_of_binary_cross_entropy_are_clamped()
    {
        var both = Operands<double>.Of(Make.Row(0, 1), Make.Row(1, 1));

        Assert.Equal([100.0, 0.0], Make.Values(new BinaryCrossEntropy(Reduction: Reduction.None), both));
    }

    [Fact]
    public void Slow_learning_shows_in_the_squared_error_alone()
    {
        double[] squared = Array.ConvertAll([1.1, 5.85], x =>
        {
            double output = Make.Value(new Sigmoid(), Operands<double>.Of(Make.Row(x)));
            double byOutput = Make.Gradient(new SquaredError(Half: true), Operands<double>.Of(Make.Row(output), Make.Row(0)))[0];
            return Make.Gradient(new Sigmoid(), Operands<double>.Of(Make.Row(x)), "input", Make.Row(byOutput))[0];
        });
        double[] entropic = Make.Gradient(
            new BinaryCrossEntropyWithLogits(Reduction: Reduction.Sum), Operands<double>.Of(Make.Row(1.1, 5.85), Make.Row(0, 0)));

        Assert.Equal([0.1406, 0.0029], squared.Select(derivative => Math.Round(derivative, 4)));
        Assert.Equal([0.7503, 0.9971], entropic.Select(derivative => Math.Round(derivative, 4)));
    }
}

using ParityNet.Models;
using static ParityNet.TorchTests.Libtorch;

namespace ParityNet.TorchTests;

public class ModelTests
{
    static readonly Tensor<double>[] TwoLayers =
        [Table(2, 1.0, 2, -1, 1), Row(0.5, -4), Table(1, 2.0, 3), Row(1.0)];

    [Fact]
    public void Perceptron_computes_the_chain_of_its_layers()
    {
        IModel<double> model = Backend().Model<double>(new Perceptron(2, 2, 1), new SquaredError());
        // Hidden: relu(1 + 4 + 0.5), relu(−1 + 2 − 4); output: 2·5.5 + 1.
        Assert.Equal([12], model.Value(TwoLayers, Table(1, 1.0, 2)).ToArray());
    }

    [Fact]
    public void Gradients_follow_the_chain_rule()
    {
        IModel<double> model = Backend().Model<double>(new Perceptron(2, 2, 1), new SquaredError());
        LossAndGradients<double> got = model.LossAndGradients(TwoLayers, Table(1, 1.0, 2), Table(1, 10.0));
        Assert.Equal(4, got.Loss);
        Assert.Equal([8, 16, 0, 0], got.Gradients[0].ToArray());
        Assert.Equal([8, 0], got.Gradients[1].ToArray());
        Assert.Equal([22, 0], got.Gradients[2].ToArray());
        Assert.Equal([4], got.Gradients[3].ToArray());
    }

    [Theory]
    [InlineData(1.1, "0.7503", 0.2815, "0.1406")]
    [InlineData(5.85, "0.9971", 0.4971, "0.0029")]
    public void Sigmoid_neuron_learns_slowest_where_it_is_most_wrong(double argument, string output, double loss, string derivative)
    {
        IModel<double> neuron = Backend().Model<double>(new Perceptron([1, 1], new Sigmoid(), new Sigmoid()), new SquaredError(Half: true));
        Tensor<double>[] parameters = [Table(1, 0.0), Row(argument)];
        LossAndGradients<double> got = neuron.LossAndGradients(parameters, Table(1, 1.0), Table(1, 0.0));
        double o = neuron.Value(parameters, Table(1, 1.0))[0, 0];
        Assert.Equal([output, derivative], new[] { o, got.Gradients[1][0] }.Select(x => x.ToString("F4")));
        // The book takes the loss from the four digits of the output that it prints, and rounds once more.
        Assert.InRange(got.Loss, loss - 0.00005 * (1 + o), loss + 0.00005 * (1 + o));
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        IModel<double> model = Backend().Model<double>(new Perceptron(2, 2, 1), new SquaredError());
        Assert.Equal("parameters must hold one tensor for each that the model has: expected 4, got 1.",
            Assert.Throws<ArgumentException>(() => model.Value([Row(1.0)], Table(1, 1.0, 2))).Message);
        Assert.Equal("0.weight must have the shape of the model: expected [2, 2], got [1].",
            Assert.Throws<ArgumentException>(() => model.Value([Row(1.0), .. TwoLayers[1..]], Table(1, 1.0, 2))).Message);
        Assert.Equal("input must be a batch of examples: expected [N, 2], got [1, 3].",
            Assert.Throws<ArgumentException>(() => model.Value(TwoLayers, Table(1, 1.0, 2, 3))).Message);
        IModel<double> unreduced = Backend().Model<double>(new Perceptron(2, 2, 1), new SquaredError(Reduction: Reduction.None));
        Assert.Equal("loss must be reduced to train by it: expected Reduction Mean or Sum, got None.",
            Assert.Throws<ArgumentException>(() => unreduced.LossAndGradients(TwoLayers, Table(1, 1.0, 2), Table(1, 1.0))).Message);
    }
}

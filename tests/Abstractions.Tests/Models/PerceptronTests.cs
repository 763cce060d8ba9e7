namespace ParityNet.Tests.Models;

public class PerceptronTests
{
    static readonly Perceptron Network = new([4, 5, 3], new PReLU(), new LogSoftmax());

    [Fact]
    public void Parameters_have_the_names_and_shapes_of_a_state_dict()
    {
        Assert.Equal(["0.weight", "0.bias", "0.slope", "1.weight", "1.bias"], Network.Parameters.Select(p => p.Name));
        Assert.Equal(["[5, 4]", "[5]", "[1]", "[3, 5]", "[3]"], Network.Parameters.Select(p => Shape.Text(p.Shape.AsSpan())));
        Assert.Equal((4, 2), (Network.Inputs, Network.Layers));
        Assert.Equal((new PReLU(), new LogSoftmax()), (Network.ActivationOf(0), Network.ActivationOf(1)));
    }

    [Fact]
    public void Initial_parameters_depend_on_the_seed_alone()
    {
        Assert.Equal(Numbers(Network.Init<double>(3)), Numbers(Network.Init<double>(3)));
        Assert.NotEqual(Numbers(Network.Init<double>(3)), Numbers(Network.Init<double>(4)));
    }

    [Fact]
    public void Initial_parameters_of_the_types_differ_by_rounding_alone() => Assert.Equal(
        Numbers(Network.Init<double>(3)).Select(x => (float)x), Numbers(Network.Init<float>(3)));

    [Fact]
    public void Initial_weights_and_biases_lie_within_the_root_of_the_inputs()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            ImmutableArray<Tensor<double>> parameters = Network.Init<double>(seed);
            Assert.All(Numbers([parameters[0], parameters[1]]), x => Assert.InRange(x, -0.5, 0.5));
            Assert.All(Numbers([parameters[3], parameters[4]]), x => Assert.InRange(x, -1 / Math.Sqrt(5), 1 / Math.Sqrt(5)));
            Assert.Equal([0.25], parameters[2].Flat().ToArray());
        }
    }

    [Fact]
    public void Perceptrons_of_equal_widths_and_activations_are_equal()
    {
        Assert.Equal(new Perceptron(3, 4, 1), new Perceptron([3, 4, 1], new ReLU(), new Identity()));
        Assert.NotEqual(new Perceptron(3, 4, 1), new Perceptron(3, 5, 1));
        Assert.NotEqual(new Perceptron(3, 4, 1), new Perceptron([3, 4, 1], new Tanh(), new Identity()));
    }

    [Theory]
    [InlineData(new int[0], "[]")]
    [InlineData(new[] { 3 }, "[3]")]
    [InlineData(new[] { 3, 0, 1 }, "[3, 0, 1]")]
    public void Widths_that_are_no_network_are_refused(int[] widths, string shown) => Assert.Equal(
        $"Widths must hold at least two numbers of at least 1: expected input, hidden and output widths, got {shown}.",
        Assert.Throws<ArgumentException>(() => new Perceptron([.. widths], new ReLU(), new Identity())).Message);

    [Fact]
    public void Arguments_that_do_not_fit_are_refused()
    {
        Tensor<float>[] own = [.. Network.Init<float>(0)];
        Tensor<float> batch = Tensor.Create(new float[8], [2, 4]);
        Network.Check(own, batch);

        Assert.Equal("parameters must hold one tensor for each that the model has: expected 5, got 4.", Refused(() => Network.Check(own[..4], batch)));
        Assert.Equal("0.weight must have the shape of the model: expected [5, 4], got [2, 4].", Refused(() => Network.Check([batch, .. own[1..]], batch)));
        Assert.Equal("input must be a batch of examples: expected [N, 4], got [5].", Refused(() => Network.Check(own, own[1])));
        Assert.Equal(
            "loss must be reduced to train by it: expected Reduction Mean or Sum, got None.",
            Refused(() => ModelSpec.CheckLoss(new SquaredError(Reduction: Reduction.None))));
    }

    static double[] Numbers(ImmutableArray<Tensor<double>> tensors) => [.. tensors.SelectMany(t => t.Flat().ToArray())];

    static float[] Numbers(ImmutableArray<Tensor<float>> tensors) => [.. tensors.SelectMany(t => t.Flat().ToArray())];

    static string Refused(Action check) => Assert.Throws<ArgumentException>(check).Message;
}

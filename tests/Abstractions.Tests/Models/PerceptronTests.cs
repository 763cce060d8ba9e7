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

    [Fact]
    public void Normalisation_and_dropout_add_parameters_buffers_and_masks_to_hidden_layers()
    {
        var network = new Perceptron([4, 5, 6, 3], new ReLU(), new Identity(), Normalization.Batch, Dropout: 0.25);
        Assert.Equal(
            ["0.weight", "0.bias", "0.norm.weight", "0.norm.bias", "1.weight", "1.bias", "1.norm.weight", "1.norm.bias", "2.weight", "2.bias"],
            network.Parameters.Select(p => p.Name));
        Assert.Equal(["0.norm.running_mean", "0.norm.running_var", "1.norm.running_mean", "1.norm.running_var"], network.Buffers.Select(b => b.Name));
        Assert.Equal([0.0, 1, 0, 1], network.InitBuffers<double>().Select(b => b.Flat()[0]));
        Assert.Equal(["[7, 5]", "[7, 6]"], network.DrawMasks<float>(7, 1).Select(m => Shape.Text(m.Lengths)));
        Assert.Empty((network with { }).Stages(training: false).Where(stage => stage.Function is ParityNet.Layers.Dropout));
    }

    [Fact]
    public void Masks_depend_on_the_seed_alone_and_keep_their_share()
    {
        var network = new Perceptron([1, 1000, 1], new ReLU(), new Identity(), Dropout: 0.25);
        float[] mask = Numbers(network.DrawMasks<float>(100, 3));
        Assert.Equal(mask, Numbers(network.DrawMasks<float>(100, 3)));
        Assert.NotEqual(mask, Numbers(network.DrawMasks<float>(100, 4)));
        // Hoeffding: of n, more than √(n·40·ln 2/2) beside the expectation are kept with probability 2^−39.
        Assert.InRange(mask.Sum(x => (double)x), 75000 - 1178, 75000 + 1178);
    }

    [Fact]
    public void An_initializer_gives_weights_and_leaves_biases_at_0()
    {
        var start = new ParityNet.Initializers.XavierUniform();
        ImmutableArray<Tensor<double>> parameters = new Perceptron([4, 5, 3], new Tanh(), new Identity(), Normalization.Layer, Weights: start).Init<double>(3);
        Assert.Equal(start.Draw<double>([5, 4], 3).Flat().ToArray(), parameters[0].Flat().ToArray());
        Assert.Equal(new double[5], parameters[1].Flat().ToArray());
        Assert.Equal([1, 1, 1, 1, 1], parameters[2].Flat().ToArray());
        Assert.Equal(new double[5], parameters[3].Flat().ToArray());
        Assert.All(parameters[4].Flat().ToArray(), x => Assert.InRange(x, -Math.Sqrt(6.0 / 8), Math.Sqrt(6.0 / 8)));
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
        var dropping = new Perceptron([4, 5, 3], new PReLU(), new LogSoftmax(), Dropout: 0.5);
        Assert.Equal("masks must hold one tensor for each that the model has: expected 1, got 0.", Refused(() => dropping.Check(own, batch, training: true)));
        Assert.Equal(
            "0.dropout must have the shape of the model: expected [2, 5], got [3, 5].",
            Refused(() => dropping.Check(own, batch, new([], dropping.DrawMasks<float>(3, 1)), training: true)));
        Assert.Equal("buffers must hold one tensor for each that the model has: expected 0, got 1.", Refused(() => Network.Check(own, batch, new([batch], []))));
        Assert.Equal(
            "loss must be reduced to train by it: expected Reduction Mean or Sum, got None.",
            Refused(() => ModelSpec.CheckLoss(new SquaredError(Reduction: Reduction.None))));
    }

    static double[] Numbers(ImmutableArray<Tensor<double>> tensors) => [.. tensors.SelectMany(t => t.Flat().ToArray())];

    static float[] Numbers(ImmutableArray<Tensor<float>> tensors) => [.. tensors.SelectMany(t => t.Flat().ToArray())];

    static string Refused(Action check) => Assert.Throws<ArgumentException>(check).Message;
}

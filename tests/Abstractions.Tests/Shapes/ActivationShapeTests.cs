namespace ParityNet.Tests.Shapes;

public class ActivationShapeTests
{
    public static TheoryData<string> Ops => new(Catalog.Of(OpKind.Activation).Where(op => ((ActivationSpec)op.Examples[0]).KeepsShape).Select(op => op.Name));

    [Theory, MemberData(nameof(Ops))]
    public void Value_has_the_shape_of_the_input(string op)
    {
        var spec = (ActivationSpec)Catalog.Find(op).Examples[0];
        foreach (nint[] shape in (nint[][])[[1], [0], [2, 3], [4, 2, 3]])
        {
            Operands<float> input = Operands<float>.Of(Given.Numbers(shape));
            Assert.Equal(shape, spec.Check(spec is PReLU ? input.With("weight", Given.Numbers(1)) : input));
        }
    }

    [Fact]
    public void Softmax_refuses_a_dimension_that_the_input_lacks()
    {
        Assert.Equal([2, 3], new Softmax(-2).Check(Operands<float>.Of(Given.Numbers(2, 3))));
        Assert.Equal(
            "Dimension must be one of the input's: expected -2 to 1, got 2.", Given.Refusal(new Softmax(2), Operands<float>.Of(Given.Numbers(2, 3))));
        Assert.Equal(
            "Dimension must be one of the input's: expected -1 to 0, got -2.", Given.Refusal(new LogSoftmax(-2), Operands<float>.Of(Given.Numbers(3))));
    }

    [Fact]
    public void Gated_linear_unit_halves_its_dimension()
    {
        Assert.Equal([2, 3], new Glu().Check(Operands<float>.Of(Given.Numbers(2, 6))));
        Assert.Equal([1, 6], new Glu(0).Check(Operands<float>.Of(Given.Numbers(2, 6))));
        Assert.Equal(
            "input must have two halves along dimension 1: expected an even length, got [2, 3].", Given.Refusal(new Glu(), Operands<float>.Of(Given.Numbers(2, 3))));
        Assert.Equal(
            "Hidden must keep the width of its layer and need no argument but its input: expected such an activation, got glu.",
            Assert.Throws<ArgumentException>(() => new Perceptron([2, 2, 1], new Glu(), new Identity())).Message);
    }

    [Fact]
    public void Randomised_relu_takes_its_noise_and_must_have_it_in_training()
    {
        Operands<float> input = Operands<float>.Of(Given.Numbers(2, 3));

        Assert.Equal([2, 3], new RReLU().Check(input));
        Assert.Equal([2, 3], new RReLU(Training: true).Check(input.With("noise", new RReLU().Noise<float>([2, 3], 1))));
        Assert.Equal("rrelu must be given all its arguments: expected input, noise, got no noise.", Given.Refusal(new RReLU(Training: true), input));
        Assert.Equal("noise must have the shape of input: expected [2, 3], got [3].", Given.Refusal(new RReLU(Training: true), input.With("noise", Given.Numbers(3))));
        Assert.Equal([2, 3], new RReLU().Check(input.With("noise", Given.Numbers(3))));
    }

    [Fact]
    public void Noise_depends_on_its_seed_alone_and_lies_between_its_bounds()
    {
        var spec = new RReLU(0.25, 0.5);
        float[] noise = spec.Noise<float>([4, 5], 7).Flat().ToArray();

        Assert.Equal(noise, spec.Noise<float>([4, 5], 7).Flat().ToArray());
        Assert.NotEqual(noise, spec.Noise<float>([4, 5], 8).Flat().ToArray());
        Assert.All(noise, r => Assert.InRange(r, 0.25f, 0.5f));
        Assert.Equal("Upper must be at least Lower: expected 0.5 or more, got 0.1.", Assert.Throws<ArgumentException>(() => new RReLU(0.5, 0.1)).Message);
    }

    [Fact]
    public void Parametric_relu_takes_one_slope_or_one_a_channel()
    {
        Operands<float> batch = Operands<float>.Of(Given.Numbers(2, 3, 4));

        Assert.Equal([2, 3, 4], new PReLU().Check(batch.With("weight", Given.Numbers(3))));
        Assert.Equal(
            "weight must hold one number, or one per channel: expected [1] or [3], got [4].",
            Given.Refusal(new PReLU(), batch.With("weight", Given.Numbers(4))));
        Assert.Equal(
            "weight must hold one number, or one per channel: expected [1], got [2].",
            Given.Refusal(new PReLU(), Operands<float>.Of(Given.Numbers(2)).With("weight", Given.Numbers(2))));
    }
}

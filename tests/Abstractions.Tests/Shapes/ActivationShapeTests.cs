namespace ParityNet.Tests.Shapes;

public class ActivationShapeTests
{
    public static TheoryData<string> Ops => new(Catalog.Of(OpKind.Activation).Select(op => op.Name));

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
    public void Parametric_relu_takes_one_slope_or_one_a_channel()
    {
        Operands<float> batch = Operands<float>.Of(Given.Numbers(2, 3, 4));

        Assert.Equal([2, 3, 4], new PReLU().Check(batch.With("weight", Given.Numbers(3))));
        Assert.Equal(
            "weight must hold one number, or one a channel: expected [1] or [3], got [4].",
            Given.Refusal(new PReLU(), batch.With("weight", Given.Numbers(4))));
        Assert.Equal(
            "weight must hold one number, or one a channel: expected [1], got [2].",
            Given.Refusal(new PReLU(), Operands<float>.Of(Given.Numbers(2)).With("weight", Given.Numbers(2))));
    }
}

namespace ParityNet.Tests.Shapes;

public class OperandTests
{
    static readonly Tensor<float> One = Given.Numbers(1);

    [Fact]
    public void Tensor_becomes_an_operand_by_itself()
    {
        Operand<float> numbers = One, classes = Given.Classes([2]);

        Assert.False(numbers.IsIndices);
        Assert.Same(One, numbers.Numbers);
        Assert.True(classes.IsIndices);
        Assert.Equal([2], classes.Lengths.ToArray());
        Assert.Equal([16777216f, -3], new Operand<float>(Tensor.Create<long>([16777217, -3], [2])).Numbers.Flat().ToArray());
        Assert.Equal(
            "The operand must hold indices: expected an int64 tensor, got numbers.",
            Assert.Throws<InvalidOperationException>(() => new Operand<float>(One).Indices).Message);
    }

    [Fact]
    public void Operands_are_immutable_and_named_in_order()
    {
        Operands<float> pair = Operands<float>.Of(One, One);
        Operands<float> more = pair.With("pos_weight", One);

        Assert.Equal(["input", "target"], pair.Names);
        Assert.Equal(["input", "pos_weight", "target"], more.Names);
        Assert.True(more.Has("pos_weight") && !pair.Has("pos_weight"));
        Assert.True(more.TryNumbers("pos_weight", out Tensor<float>? found));
        Assert.Same(One, found);
        Assert.False(pair.TryNumbers("pos_weight", out _));
        Assert.Empty(Operands<float>.None.Names);
        Assert.Same(One, pair.Input);
    }

    [Fact]
    public void Missing_argument_is_named() => Assert.Equal(
        "mse_loss must be given all its arguments: expected input, target, got no target.",
        Given.Refusal(new SquaredError(), Operands<float>.Of(One)));

    [Fact]
    public void Unknown_argument_is_named() => Assert.Equal(
        "mse_loss must be given arguments that it has: expected input, target, got weight.",
        Given.Refusal(new SquaredError(), Operands<float>.Of(One, One).With("weight", One)));

    [Fact]
    public void Argument_of_the_wrong_kind_is_named()
    {
        Assert.Equal(
            "target must hold numbers: expected a floating-point tensor, got an int64 tensor.",
            Given.Refusal(new SquaredError(), Operands<float>.Of(One, Given.Classes([1]))));
        Assert.Equal(
            "target must hold class indices: expected an int64 tensor, got a floating-point tensor.",
            Given.Refusal(new NegativeLogLikelihood(), Operands<float>.Of(Given.Numbers(1, 2), One)));
        Assert.Equal(
            "prediction must hold numbers: expected a floating-point tensor, got an int64 tensor.",
            Given.Refusal(new SquaredError(), Operands<float>.None.With("input", Given.Classes([1])).With("target", One)));
    }

    [Fact]
    public void Gradient_is_refused_where_there_is_none()
    {
        Operands<float> classes = Given.Rows([2, 3], [2]);

        Assert.Equal(
            "nll_loss must be differentiated by an argument that allows it: expected input, got target.",
            Refused(() => new NegativeLogLikelihood().CheckGradients(["target"])));
        Assert.Equal(
            "target must hold numbers to differentiate by it: expected a floating-point tensor, got an int64 tensor.",
            Refused(() => new CrossEntropy().CheckGradients(["input", "target"], classes)));
        Assert.Equal(
            "target must hold numbers to differentiate by it: expected a floating-point tensor, got none.",
            Refused(() => new SquaredError().CheckGradients(["target"], Operands<float>.Of(One))));
        new CrossEntropy().CheckGradients(["input", "target"], Given.Pair([2, 3], [2, 3]));
    }

    [Fact]
    public void Cotangent_must_have_the_shape_of_the_value()
    {
        FunctionSpec.CheckCotangent<float>(null, [2]);
        FunctionSpec.CheckCotangent(Given.Numbers(2), [2]);
        Assert.Equal(
            "cotangent must have the shape of the value: expected [2], got [1, 2].",
            Refused(() => FunctionSpec.CheckCotangent(Given.Numbers(1, 2), [2])));
    }

    static string Refused(Action check) => Assert.ThrowsAny<ArgumentException>(check).Message;

    [Fact]
    public void Arguments_are_those_given_last_in_the_order_of_their_names()
    {
        string[] names = ["target", "input", "weight", "bias", "input"];
        Operands<float> all = names.Select((name, i) => (name, i)).Aggregate(Operands<float>.None, (some, next) => some.With(next.name, Tensor.Create([(float)next.i])));
        Assert.Equal(["bias", "input", "target", "weight"], all.Names);
        Assert.Equal([3f, 4, 0, 2], all.Names.Select(name => all[name].Numbers[0]));
        Assert.Equal([3f, 4, 0, 2], all.All.ToArray().Select(operand => operand.Numbers[0]));
        Assert.False(all.Has("mask") || all.TryNumbers("mask", out _));
        Assert.Throws<KeyNotFoundException>(() => all["mask"]);
    }
}

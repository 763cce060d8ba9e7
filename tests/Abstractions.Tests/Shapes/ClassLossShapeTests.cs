namespace ParityNet.Tests.Shapes;

public class ClassLossShapeTests
{
    public static TheoryData<string> All => ["cross_entropy", "nll_loss", "multi_margin_loss"];

    public static TheoryData<string> OfAnyRank => ["cross_entropy", "nll_loss"];

    [Fact]
    public void Every_loss_over_classes_is_tried() => Assert.Equal(
        Catalog.Of(OpKind.Loss).Where(op => op.SpecType.IsSubclassOf(typeof(ClassLoss))).Select(op => op.Name).Order(), All.Select(row => row.Data).Order());

    [Theory, MemberData(nameof(All))]
    public void Loss_takes_one_example_or_a_batch(string op)
    {
        Assert.Equal([1], Unreduced(op).Check(Given.Rows([3], [1])));
        Assert.Equal([2], Unreduced(op).Check(Given.Rows([2, 3], [2])));
        Assert.Equal([0], Unreduced(op).Check(Given.Rows([0, 3], [0])));
        Assert.Equal([1], (Unreduced(op) with { Reduction = Reduction.Mean }).Check(Given.Rows([2, 3], [2])));
    }

    [Theory, MemberData(nameof(OfAnyRank))]
    public void Loss_takes_further_dimensions_behind_the_classes(string op)
    {
        Assert.Equal([2, 5], Unreduced(op).Check(Given.Rows([2, 3, 5], [2, 5])));
        Assert.Equal([2, 5, 4], Unreduced(op).Check(Given.Rows([2, 3, 5, 4], [2, 5, 4])));
    }

    [Theory, MemberData(nameof(OfAnyRank))]
    public void Loss_refuses_a_prediction_without_classes(string op) => Assert.Equal(
        "prediction must have a dimension of classes: expected [C] or [N, C, …] with at least one class, got [2, 0].",
        Given.Refusal(Unreduced(op), Given.Rows([2, 0], [2])));

    [Fact]
    public void Multi_margin_refuses_further_dimensions() => Assert.Equal(
        "prediction must have a dimension of classes: expected [C] or [N, C] with at least one class, got [2, 3, 5].",
        Given.Refusal(new MultiMargin(), Given.Rows([2, 3, 5], [2, 5])));

    [Theory, MemberData(nameof(All))]
    public void Loss_refuses_another_number_of_class_indices(string op)
    {
        Assert.Equal(
            "target must have one class index per row of prediction: expected [2], got [3].", Given.Refusal(Unreduced(op), Given.Rows([2, 3], [3])));
        Assert.Equal(
            "target must have one class index per row of prediction: expected [1], got [3].", Given.Refusal(Unreduced(op), Given.Rows([3], [3])));
    }

    [Theory]
    [InlineData("cross_entropy", 3, " or -100")]
    [InlineData("nll_loss", -1, " or -100")]
    [InlineData("multi_margin_loss", 3, "")]
    [InlineData("multi_margin_loss", -100, "")]
    public void Loss_refuses_a_class_that_does_not_exist(string op, long label, string ignored) => Assert.Equal(
        $"target must hold class indices: expected 0 to 2{ignored}, got {label}.", Given.Refusal(Unreduced(op), Given.Rows([2, 3], [2], 0, label)));

    [Fact]
    public void Ignored_class_may_lie_outside()
    {
        Assert.Equal([1], new CrossEntropy(IgnoreIndex: -7).Check(Given.Rows([2, 3], [2], 0, -7)));
        Assert.Equal([1], new NegativeLogLikelihood(IgnoreIndex: 9).Check(Given.Rows([2, 3], [2], 9, 9)));
    }

    [Theory, MemberData(nameof(All))]
    public void Weight_holds_one_number_a_class(string op)
    {
        Operands<float> rows = Given.Rows([2, 3], [2]);

        Assert.Equal([2], Unreduced(op).Check(rows.With("weight", Given.Numbers(3))));
        Assert.Equal(
            "weight must have the shape of one number per class: expected [3], got [2].",
            Given.Refusal(Unreduced(op), rows.With("weight", Given.Numbers(2))));
    }

    [Fact]
    public void Cross_entropy_takes_probabilities_of_the_prediction_s_shape()
    {
        var spec = new CrossEntropy(Reduction: Reduction.None);

        Assert.Equal([2, 5], spec.Check(Given.Pair([2, 3, 5], [2, 3, 5])));
        Assert.Equal([1], spec.Check(Given.Pair([3], [3])));
        Assert.Equal("target must have the shape of prediction: expected [2, 3], got [2].", Given.Refusal(spec, Given.Pair([2, 3], [2])));
        Assert.Equal(
            "target must hold class indices where IgnoreIndex is set: expected an int64 tensor, got a floating-point tensor and IgnoreIndex 1.",
            Given.Refusal(spec with { IgnoreIndex = 1 }, Given.Pair([2, 3], [2, 3])));
    }

    static LossSpec Unreduced(string op) => (LossSpec)Catalog.Find(op).Examples[0] with { Reduction = Reduction.None };
}

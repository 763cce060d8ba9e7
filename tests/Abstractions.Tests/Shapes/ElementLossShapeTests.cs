namespace ParityNet.Tests.Shapes;

public class ElementLossShapeTests
{
    // Every other loss of elements broadcasts both ways.
    public static TheoryData<string> Broadcasting =>
        new(Catalog.Of(OpKind.Loss).Where(op => op.SpecType.IsSubclassOf(typeof(ElementLoss))).Select(op => op.Name).Except([.. SameShape.Select(row => row.Data), "soft_margin_loss"]));

    public static TheoryData<string> SameShape => ["binary_cross_entropy", "binary_cross_entropy_with_logits"];

    [Theory, MemberData(nameof(Broadcasting))]
    public void Loss_broadcasts_and_gives_the_common_shape_without_reduction(string op)
    {
        LossSpec spec = Unreduced(op);

        Assert.Equal([2, 3], spec.Check(Given.Pair([2, 3], [2, 3])));
        Assert.Equal([2, 3], spec.Check(Given.Pair([2, 3], [3])));
        Assert.Equal([2, 3], spec.Check(Given.Pair([1, 3], [2, 1])));
        Assert.Equal([4, 2, 3], spec.Check(Given.Pair([3], [4, 2, 1])));
        Assert.Equal([2, 0], spec.Check(Given.Pair([2, 0], [1])));
    }

    [Theory, MemberData(nameof(Broadcasting)), MemberData(nameof(SameShape))]
    public void Loss_gives_one_number_when_reduced(string op)
    {
        Assert.Equal([1], ((LossSpec)Catalog.Find(op).Examples[0]).Check(Given.Pair([2, 3], [2, 3])));
        Assert.Equal([1], (Unreduced(op) with { Reduction = Reduction.Sum }).Check(Given.Pair([0], [0])));
    }

    [Theory, MemberData(nameof(Broadcasting)), MemberData(nameof(SameShape))]
    public void Loss_refuses_shapes_that_do_not_fit(string op) => Assert.Equal(
        "target must have the shape of prediction: expected [2, 3], got [2].", Given.Refusal(Unreduced(op), Given.Pair([2, 3], [2])));

    [Theory, MemberData(nameof(SameShape))]
    public void Loss_with_weights_refuses_to_broadcast_the_target(string op) => Assert.Equal(
        "target must have the shape of prediction: expected [2, 3], got [3].", Given.Refusal(Unreduced(op), Given.Pair([2, 3], [3])));

    [Theory]
    [InlineData("binary_cross_entropy", "weight")]
    [InlineData("binary_cross_entropy_with_logits", "weight")]
    [InlineData("binary_cross_entropy_with_logits", "pos_weight")]
    public void Weight_broadcasts_to_the_prediction_and_not_beyond(string op, string weight)
    {
        LossSpec spec = Unreduced(op);
        Operands<float> pair = Given.Pair([2, 3], [2, 3]);

        Assert.Equal([2, 3], spec.Check(pair.With(weight, Given.Numbers(3))));
        Assert.Equal([2, 3], spec.Check(pair.With(weight, Given.Numbers(2, 1))));
        Assert.Equal($"{weight} must broadcast to the shape of prediction: expected [2, 3], got [2].", Given.Refusal(spec, pair.With(weight, Given.Numbers(2))));
        Assert.Equal(
            $"{weight} must broadcast to the shape of prediction: expected [2, 3], got [4, 2, 3].",
            Given.Refusal(spec, pair.With(weight, Given.Numbers(4, 2, 3))));
    }

    [Theory]
    [InlineData(1.5f, "1.5")]
    [InlineData(-1f, "-1")]
    [InlineData(float.NaN, "NaN")]
    public void Binary_cross_entropy_refuses_predictions_that_are_no_probabilities(float prediction, string shown) => Assert.Equal(
        $"prediction must hold probabilities: expected numbers from 0 to 1, got {shown}.",
        Given.Refusal(new BinaryCrossEntropy(), Operands<float>.Of(Tensor.Create([0f, prediction], [2]), Given.Numbers(2))));

    [Theory]
    [InlineData(1.5f, "1.5")]
    [InlineData(-1f, "-1")]
    [InlineData(float.NaN, "NaN")]
    public void Binary_cross_entropy_refuses_targets_that_are_no_probabilities(float target, string shown) => Assert.Equal(
        $"target must hold probabilities: expected numbers from 0 to 1, got {shown}.",
        Given.Refusal(new BinaryCrossEntropy(), Operands<float>.Of(Tensor.Create([0f, 0.5f], [2]), Tensor.Create([1f, target], [2]))));

    [Fact]
    public void Row_norm_takes_equal_shapes_and_gives_one_number_a_row()
    {
        var norm = new L2Norm(Reduction.None);

        Assert.Equal([1], norm.Check(Given.Pair([3], [3])));
        Assert.Equal([2], norm.Check(Given.Pair([2, 3], [2, 3])));
        Assert.Equal([4, 2], norm.Check(Given.Pair([4, 2, 3], [4, 2, 3])));
        Assert.Equal("target must have the shape of prediction: expected [2, 3], got [3].", Given.Refusal(norm, Given.Pair([2, 3], [3])));
    }

    static LossSpec Unreduced(string op) => (LossSpec)Catalog.Find(op).Examples[0] with { Reduction = Reduction.None };
}

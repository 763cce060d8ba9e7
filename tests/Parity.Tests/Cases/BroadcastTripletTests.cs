using System.Numerics.Tensors;
using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>A distance is that of its own two vectors, which broadcast to the third only afterwards.</summary>
public sealed class BroadcastTripletTests
{
    static readonly string[] Names = ["anchor", "positive", "negative"];

    static readonly Operands<double> Row = Triplet([2]), Batch = Triplet([1, 2]);

    static readonly TripletMarginWithDistance Squared = new(Distance.SquaredEuclidean, Margin: 2, Swap: true);

    [Theory, InlineData("native"), InlineData("torch")]
    public void Positive_and_negative_of_one_number_are_one_number_apart(string backend)
    {
        ILoss<double> loss = Backends.Require(backend).Loss<double>(new TripletMargin(Epsilon: 0, Swap: true));

        Assert.Equal(1 + Math.Sqrt(97) - 1, loss.Value(Batch)[0]);
    }

    [Theory, InlineData("native"), InlineData("torch")]
    public void Squares_are_summed_over_the_numbers_of_each_pair(string backend)
    {
        Evaluation<double> got = Backends.Require(backend).Loss<double>(Squared).Evaluate(Row, Names);

        // (81 + 16) − 1 + 2.
        Assert.Equal(98, got.Value[0]);
        Assert.Equal([18, -8], got.Gradients["anchor"].ToArray());
        Assert.Equal([-8], got.Gradients["positive"].ToArray());
        Assert.Equal([-2], got.Gradients["negative"].ToArray());
    }

    [Fact]
    public void The_definition_has_the_same_distances()
    {
        DefinedFunction<Exact> exact = Definition.Evaluate<double, Exact>(Squared, Row, Names);

        Assert.Equal(98, exact.Value[0].ToDouble());
        Assert.Equal([18, -8], exact.Gradients["anchor"].Select(derivative => derivative.ToDouble()));
        Assert.Equal([-8], exact.Gradients["positive"].Select(derivative => derivative.ToDouble()));
        Assert.Equal([-2], exact.Gradients["negative"].Select(derivative => derivative.ToDouble()));
    }

    [Theory, InlineData("native"), InlineData("torch")]
    public void A_cosine_squares_a_vector_before_it_broadcasts(string backend)
    {
        ILoss<double> loss = Backends.Require(backend).Loss<double>(new CosineEmbedding());
        var operands = Operands<double>.None.With("input1", Numbers([1, 2], 3, 4)).With("input2", Numbers([1, 1], 2)).With("target", Numbers([1], 1));

        Enclosure<double> bound = Definition.Enclose<double>(new CosineEmbedding(), operands).Value[0];

        // 1 − (6 + 8)/(5·2), but for the numbers that are added to the squares.
        Assert.Equal("-0.4000", bound.Smallest.ToString("F4", System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(bound.Contains(loss.Value(operands)[0]));
    }

    [Theory, InlineData("native"), InlineData("torch")]
    public void A_pair_of_single_numbers_has_a_distance_beside_an_empty_vector(string backend)
    {
        ILoss<double> loss = Backends.Require(backend).Loss<double>(Squared);

        Evaluation<double> got = loss.Evaluate(Row.With("anchor", Numbers([0])), Names);

        // 0 − min(0, 1) + 2.
        Assert.Equal(2, got.Value[0]);
        Assert.Empty(got.Gradients["anchor"].ToArray());
    }

    static Operands<double> Triplet(nint[] shape)
    {
        nint[] single = [.. shape.Select(_ => (nint)1)];
        return Operands<double>.None.With("anchor", Numbers(shape, 10, -3)).With("positive", Numbers(single, 1)).With("negative", Numbers(single, 2));
    }

    static Tensor<double> Numbers(nint[] shape, params double[] numbers) => Tensor.Create(numbers, shape);
}

using System.Numerics.Tensors;
using ParityNet.Losses;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>A distance of one's own makes the triplet loss that the library has for it.</summary>
public sealed class OwnTripletTests
{
    [Theory, InlineData("native", false), InlineData("native", true), InlineData("torch", false), InlineData("torch", true)]
    public void An_own_squared_distance_gives_the_loss_of_squared_distances(string name, bool swap)
    {
        IBackend backend = Backends.Require(name);
        Tensor<double> anchor = Eighths(1), positive = Eighths(2), negative = Eighths(3);
        ILoss<double> known = backend.Loss<double>(new TripletMarginWithDistance(Distance.SquaredEuclidean, Margin: 4, Swap: swap, Reduction.Sum));
        string[] names = ["anchor", "positive", "negative"];
        Evaluation<double> expected = known.Evaluate(
            Operands<double>.None.With("anchor", anchor).With("positive", positive).With("negative", negative), names);

        var own = new OwnTriplet<double>(backend.Loss<double>(new TripletDistances(Margin: 4, Reduction.Sum)), new Squares(), swap);
        Evaluation<double> actual = own.Evaluate(anchor, positive, negative);

        // Eighths are exact on the way.
        Assert.Equal(expected.Value.ToArray(), actual.Value.ToArray());
        foreach (string operand in names)
            Assert.Equal(expected.Gradients[operand].ToArray(), actual.Gradients[operand].ToArray());
    }

    static Tensor<double> Eighths(ulong seed)
    {
        var random = new Xoshiro(seed);
        return Tensor.Create<double>([.. Enumerable.Range(0, 15).Select(_ => (random.Next(65) - 32) / 8.0)], [5, 3]);
    }

    sealed class Squares : IDistance<double>
    {
        public Tensor<double> Value(Tensor<double> x, Tensor<double> y) => Tensor.Create<double>(
            [.. x.Flat().ToArray().Zip(y.Flat().ToArray(), (a, b) => (a - b) * (a - b)).Chunk(3).Select(row => row.Sum())]);

        public PairGradients<double> Pullback(Tensor<double> x, Tensor<double> y, Tensor<double> cotangent)
        {
            double[] weights = cotangent.Flat().ToArray();
            double[] derivatives = [.. x.Flat().ToArray().Zip(y.Flat().ToArray(), (a, b) => 2 * (a - b)).Select((derivative, i) => derivative * weights[i / 3])];
            return new(Tensor.Create(derivatives, x.Lengths), Tensor.Create(Array.ConvertAll(derivatives, derivative => -derivative), y.Lengths));
        }
    }
}

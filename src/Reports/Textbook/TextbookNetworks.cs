using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Training;

namespace ParityNet.Reports.Textbook;

/// <summary>The networks of the textbook, small enough to compute by hand; the expected results of training are PyTorch's.</summary>
static class TextbookNetworks
{
    static readonly Perceptron Regression = new(2, 2, 1), Prices = new(3, 2, 1);

    // The hidden pre-activations are −1 and 1 for the input [1 2].
    static readonly double[][] Weights = [[1, -1, 0.5, 0.5], [0, -0.5], [1, 0, 0, 1, -1, 1], [0, 0, 0]];

    // Four houses of data/ames-housing.csv: rooms in tens, area in thousands of square feet, town house or not; price in 100,000.
    static readonly double[] Houses = [0.7, 1.656, 0, 0.5, 0.896, 0, 0.6, 1.329, 0, 0.6, 1.338, 1], Sold = [2.15, 1.05, 1.72, 2.135];

    public static ImmutableArray<TextbookItem> All { get; } =
    [
        new(22, "two layers, hidden ReLU of scores −1 and 1, f = 2h₁ + h₂ + 1: prediction for x = [1 2]", "2.0000",
            b => b.Output(Regression, ByHand, [1, 2])[0]),
        new(22, "its squared error for y = 0", "4.0000", b => Regressed(b).Loss),
        new(22, "its derivative by the second weight of the output: 4·h₂", "4.0000", b => Regressed(b).Gradients[2].Flat()[1]),
        new(22, "its derivative by the first one: the hidden unit is off", "0.0000", b => Regressed(b).Gradients[2].Flat()[0]),
        new(22, "its derivative by the second hidden unit's second weight: 4·1·x₂", "8.0000", b => Regressed(b).Gradients[0].Flat()[3]),
        new(22, "the same network on four houses, rooms, area and type: squared error at the start", "1.3433", b => Priced(b, 0)),
        new(22, "after one step of SGD of rate 0.1", "0.1043", b => Priced(b, 1)),
        new(22, "after 100", "0.0021", b => Priced(b, 100)),
        new(23, "x⁽²⁾ = σ(W₁x + b¹) for scores −1 and 1: first unit, sigmoid", "0.2689", b => b.Activation(new Sigmoid(), -1, 1)[0]),
        new(23, "first unit, PReLU of derivative ¼", "-0.2500", b => b.Function(new PReLU(), ("input", [-1], [1]), ("weight", [0.25], [1]))[0]),
        .. Enumerable.Range(0, 3).Select(c => new TextbookItem(23, $"softmax output with hidden sigmoids, class {c}",
            new[] { "0.2631", "0.4177", "0.3192" }[c], b => b.Output(Classifier(new Sigmoid()) with { Output = new Softmax() }, Weights, [1, 2])[c])),
        new(23, "cross-entropy for class 0, hidden sigmoids", "1.3351", b => Classified(b, new Sigmoid()).Loss),
        new(23, "the same with hidden ReLU", "1.8620", b => Classified(b, new ReLU()).Loss),
        new(23, "the same with hidden PReLU", "2.1941", b => Classified(b, new PReLU(), 0.25).Loss),
        new(23, "its derivative by PReLU's own derivative", "1.3881", b => Classified(b, new PReLU(), 0.25).Gradients[2].Flat()[0]),
        new(23, "its derivative by the bias of class 0: p − 1", "-0.8885", b => Classified(b, new PReLU(), 0.25).Gradients[4].Flat()[0]),
        new(23, "trained on three points, one a class: cross-entropy at the start", "1.5416", b => Taught(b, 0)),
        new(23, "after 100 steps of SGD of rate 0.5", "0.0015", b => Taught(b, 100)),
        new(24, "depth and width: derivatives that two inputs, three hidden units and one output have", "13", b => Derivatives(b, 2, 3, 1)),
        new(24, "the same with a second hidden layer", "25", b => Derivatives(b, 2, 3, 3, 1)),
        new(24, "dropout of probability ½: 3, where it stays", "6.0000",
            b => b.Function(new Dropout(0.5), ("input", [3, 5], [2]), ("mask", [1, 0], [2]))[0]),
        new(24, "dropout of probability ½: 5, where it goes", "0.0000",
            b => b.Function(new Dropout(0.5), ("input", [3, 5], [2]), ("mask", [1, 0], [2]))[1]),
        new(24, "batch norm of momentum 0.1: the running mean 0 after a batch of 1 and 3", "0.2000", b => Statistics(b)[0]),
        new(24, "the running variance 1 after it: 0.9 + 0.1·2", "1.1000", b => Statistics(b)[1]),
        new(24, "learning rate 0.1: a step of SGD for a gradient of 3", "0.3000", b => -b.Step(new Sgd(0.1), 3).Parameters[0].Flat()[0]),
        new(24, "optimizer: the same step of Adam", "0.1000", b => -b.Step(new Adam(0.1, Epsilon: 0), 3).Parameters[0].Flat()[0]),
        new(24, "batch size 32, 3 epochs: steps for 100 examples", "12", _ => 3 * Batches.Steps(100, 32)),
    ];

    static double[][] ByHand => [[1, -1, 0, 1], [0, -1], [2, 1], [1]];

    static LossAndGradients<double> Regressed(TextbookContext b) =>
        b.Network(Regression, new SquaredError(), ByHand, [1, 2], Tensor.Create([0.0], [1, 1]));

    static double Priced(TextbookContext b, int steps) => b.Trained(
        Prices, new SquaredError(), [[0.5, 0.5, -0.5, -0.5, 0.5, 0.5], [0, 0], [0.5, 0.5], [0]], Houses, Tensor.Create(Sold, [4, 1]), new Sgd(0.1),
            steps);

    static Perceptron Classifier(ActivationSpec hidden) => new([2, 2, 3], hidden, new Identity());

    static double[][] With(double[] derivative) => [.. Weights[..2], .. derivative.Length == 0 ? [] : (double[][])[derivative], .. Weights[2..]];

    static LossAndGradients<double> Classified(TextbookContext b, ActivationSpec hidden, params double[] derivative) =>
        b.Network(Classifier(hidden), new CrossEntropy(), With(derivative), [1, 2], Tensor.Create([0L]));

    static double Taught(TextbookContext b, int steps) => b.Trained(
        Classifier(new PReLU()), new CrossEntropy(), With([0.25]), [1, 2, 2, 0, -1, 1], Tensor.Create([0L, 1, 2]), new Sgd(0.5), steps);

    static double Derivatives(TextbookContext b, params int[] widths)
    {
        var model = new Perceptron(widths);
        double[][] zeros = [.. model.Parameters.Select(p => new double[Shape.Count(p.Shape.AsSpan())])];
        return b.Network(model, new SquaredError(), zeros, new double[widths[0]],
            Tensor.Create(new double[widths[^1]], [1, widths[^1]])).Gradients.Sum(g => g.FlattenedLength);
    }

    static double[] Statistics(TextbookContext b) =>
        b.Function(new BatchStatistics(0.1), ("input", [1, 3], [2, 1]), ("running_mean", [0], [1]), ("running_var", [1], [1]));
}

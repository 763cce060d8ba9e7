using System.Collections.Immutable;
using System.Globalization;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Reports.Textbook;

/// <summary>The numbers of the textbook, as printed.</summary>
static class TextbookItems
{
    static readonly SquaredError Half = new(Half: true);

    static readonly BinaryCrossEntropy Coin = new(), CoinInBits = new(LogBase.Bits);

    static readonly Sigmoid Neuron = new();

    static readonly double[] Scores = [3.2, 5.1, -1.7];

    static readonly double[][] Rows =
        [[.2645, .1639, .1855, .2585, .1277], [.2430, .1624, .2322, .1930, .1694], [.2226, .1986, .2326, .1594, .1868]];

    static readonly double[][] LogRows = [.. Rows.Select(row => Logs(row))];

    static readonly long[] Labels = [0, 2, 1];

    // The printed outputs and probabilities are rounded to four digits; a logarithm amplifies that error by 1/p, half a square does not.
    const double Rounding = 0.5e-4;

    /// <summary>All numbers, by row.</summary>
    public static ImmutableArray<TextbookItem> All { get; } =
    [
        new(1, "sigmoid neuron at wx + b = 1.1: output", "0.7503", b => b.Activation(Neuron, 1.1)[0]),
        new(1, "its squared error ½(y − o)² for y = 0", "0.2815", b => b.Loss(Half, b.Activation(Neuron, 1.1), [0]), Rounding),
        new(1, "its derivative ∂e/∂b", "0.1406", b => b.NeuronDerivative(Half, Neuron, 1.1, 0)),
        new(1, "its derivative ∂e/∂w for x = 2", "0.2812", b => NeuronDerivatives(b, Half, 0.5, 0.1)),
        new(1, "sigmoid neuron at wx + b = 5.85: output", "0.9971", b => b.Activation(Neuron, 5.85)[0]),
        new(1, "its squared error ½(y − o)² for y = 0", "0.4971", b => b.Loss(Half, b.Activation(Neuron, 5.85), [0])),
        new(1, "its derivative ∂e/∂b: smaller, though the error is larger", "0.0029", b => b.NeuronDerivative(Half, Neuron, 5.85, 0)),
        new(1, "its derivative ∂e/∂w for x = 2", "0.0057", b => NeuronDerivatives(b, Half, 2.5, 0.85)),
        new(2, "binary cross-entropy in bits, y = 1, o = 0.98", "0.0291", b => b.Loss(CoinInBits, [0.98], [1])),
        new(2, "binary cross-entropy in bits, y = 1, o = 0.0001", "13.2877", b => b.Loss(CoinInBits, [0.0001], [1])),
        new(3, "its derivative ∂e/∂b = o − y at wx + b = 1.1", "0.7503", b => b.NeuronDerivative(Coin, Neuron, 1.1, 0)),
        new(3, "its derivative ∂e/∂b = o − y at wx + b = 5.85: larger, as the error is", "0.9971", b => b.NeuronDerivative(Coin, Neuron, 5.85, 0)),
        new(3, "its derivative ∂e/∂w = x(o − y) for x = 2 at wx + b = 1.1", "1.5005", b => NeuronDerivatives(b, Coin, 0.5, 0.1)),
        new(3, "its derivative ∂e/∂w = x(o − y) for x = 2 at wx + b = 5.85", "1.9943", b => NeuronDerivatives(b, Coin, 2.5, 0.85)),
        new(4, "binary cross-entropy, wrong with certainty: clamped as in libtorch", "100", b => b.Loss(Coin, [0], [1])),
        new(4, "binary cross-entropy, right with certainty", "0", b => b.Loss(Coin, [1], [1])),
        new(4, "negative log-likelihood, wrong with certainty: not clamped", "∞",
            b => b.Loss(new NegativeLogLikelihood(), [[double.NegativeInfinity, 0]], 0)),
        new(5, "categorical cross-entropy of P = [0 0 1], Q = [0.2 0.3 0.5]: −log₂ 0.5", "1",
            b => b.Loss(new NegativeLogLikelihood(Base: LogBase.Bits), [Logs([0.2, 0.3, 0.5])], 2)),
        new(5, "multi-output binary cross-entropy in bits, y = [0 0 1], o = [0.2 0.3 0.5]: −log₂(0.8 · 0.7 · 0.5)", "1.8365",
            b => b.Loss(CoinInBits with { Reduction = Reduction.Sum }, [0.2, 0.3, 0.5], [0, 0, 1])),
        new(6, "negative log-likelihood in bits, o = 0.0508", "4.2990",
            b => b.Loss(new NegativeLogLikelihood(Base: LogBase.Bits), [Logs([0.0508])], 0)),
        new(6, "negative log-likelihood in bits, o = 0.8360", "0.2584",
            b => b.Loss(new NegativeLogLikelihood(Base: LogBase.Bits), [Logs([0.8360])], 0)),
        new(7, "softmax of cat 3.2, car 5.1, frog −1.7: cat", "0.13", b => b.Activation(new Softmax(), Scores)[0]),
        new(7, "softmax of cat 3.2, car 5.1, frog −1.7: car", "0.87", b => b.Activation(new Softmax(), Scores)[1]),
        new(7, "softmax of cat 3.2, car 5.1, frog −1.7: frog", "0.00", b => b.Activation(new Softmax(), Scores)[2]),
        new(7, "its cross-entropy for cat", "2.04", b => b.Loss(new CrossEntropy(), [Scores], 0)),
        new(8, "multi-class hinge on the same scores", "2.9", b => b.Loss(new MultiMargin(PerClass: false), [Scores], 0)),
        new(9, "cross-entropy of three rows of five classes: mean, by class index", "1.4689", b => b.Loss(new CrossEntropy(), LogRows, Labels),
            Magnified([0, 2, 1])),
        new(9, "the same by log-softmax and negative log-likelihood", "1.4689",
            b => b.Loss(new NegativeLogLikelihood(), [.. LogRows.Select(row => b.Activation(new LogSoftmax(), row))], Labels), Magnified([0, 2, 1])),
        new(9, "the same by the logarithm of the softmax", "1.4689",
            b => b.Loss(new NegativeLogLikelihood(), [.. LogRows.Select(row => Logs(b.Activation(new Softmax(), row)))], Labels),
                Magnified([0, 2, 1])),
        new(9, "the same of one-hot rows", "1.4689", b => b.Loss(new CrossEntropy(), LogRows, [.. Labels.Select(OneHot)]), Magnified([0, 2, 1])),
        .. Enumerable.Range(0, 5).Select(c => new TextbookItem(9, $"log-softmax of its first row, class {c}",
            new[] { "-1.3301", "-1.8084", "-1.6846", "-1.3530", "-2.0584" }[c], b => b.Activation(new LogSoftmax(), LogRows[0])[c],
                Rounding / Rows[0][c] + Rounding)),
        new(10, "cross-entropy of y = [0 0 1 0 0], f = [0.1 0.3 0.4 0.1 0.1]: −ln 0.4", Minus(Math.Log(0.4)),
            b => b.Loss(new NegativeLogLikelihood(), [Logs([0.1, 0.3, 0.4, 0.1, 0.1])], 2)),
        new(10, "total loss of it and of the same f with y = [0 1 0 0 0]: −ln 0.4 − ln 0.3", Minus(Math.Log(0.4) + Math.Log(0.3)),
            b => b.Loss(new NegativeLogLikelihood(Reduction: Reduction.Sum), [Logs([0.1, 0.3, 0.4, 0.1, 0.1]), Logs([0.1, 0.3, 0.4, 0.1, 0.1])], 2,
                1)),
        .. TextbookRelations.Losses,
        new(14, "an update of 0.3 without momentum", "0.3", b => -b.Step(new Sgd(0.1), 3).Parameters[0].Flat()[0]),
        new(14, "with momentum 0.9 after an update of 0.5", "0.75", b => -b.Step(new Sgd(0.1, 0.9, Form: MomentumForm.Velocity), 3,
            new Dictionary<string, double> { ["momentum_buffer"] = 0.5 }).Parameters[0].Flat()[0]),
        new(14, "averaging 0.9·old + 0.1·new of 0.5 and 0.3", "0.48", b => b.Step(new Sgd(0.1, 0.9, Form: MomentumForm.Averaging), 0.3,
            new Dictionary<string, double> { ["momentum_buffer"] = 0.5 })["momentum_buffer"][0].Flat()[0]),
        .. TextbookRelations.Accumulators,
        new(16, "Adam's first mean m₁ of a gradient of 1, β₁ = 0.9", "0.1", b => b.Step(new Adam(), 1)["exp_avg"][0].Flat()[0]),
        new(16, "with bias correction m̂₁ = g₁: the first step is the learning rate", "0.001",
            b => -b.Step(new Adam(0.001, Epsilon: 0), 1).Parameters[0].Flat()[0]),
        .. TextbookRelations.Steps,
        .. TextbookDescent.Orders,
        .. TextbookRelations.Layers,
        .. TextbookNetworks.All,
    ];

    static double[] Logs(double[] probabilities) => [.. probabilities.Select(p => Math.Log(p))];

    static double[] OneHot(long label) => [.. Enumerable.Range(0, 5).Select(c => c == label ? 1.0 : 0)];

    // A sigmoid neuron with one input, x = 2, and the target y = 0.
    static double NeuronDerivatives(TextbookContext b, LossSpec loss, double w, double bias) =>
        b.Network(new Perceptron([1, 1], new Identity(), Neuron), loss, [[w], [bias]], [2], Tensor.Create([0.0], [1, 1])).Gradients[0].Flat()[0];

    static string Minus(double number) => (-number).ToString("F4", CultureInfo.InvariantCulture);

    static double Magnified(int[] labels) => labels.Select((label, row) => Rounding / Rows[row][label] + Rounding).Average();
}

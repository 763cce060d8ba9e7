using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Optimizers;

namespace ParityNet.Reports.Textbook;

/// <summary>The figures of the textbook, from computed numbers.</summary>
static class TextbookFigures
{
    static readonly ImmutableArray<double> Grid = [.. Enumerable.Range(-64, 129).Select(i => i / 8.0)];

    public static ImmutableArray<Figure> Of(TextbookContext bench) =>
        [SlowLearning(bench), SigmoidAndDerivative(bench), Outputs(bench), .. Paths(bench)];

    static Figure SlowLearning(TextbookContext b)
    {
        var neuron = new Sigmoid();
        var square = new SquaredError(Half: true);
        var entropy = new BinaryCrossEntropy();
        double Loss(LossSpec spec, double z) => b.Loss(spec, b.Activation(neuron, z), [0]);
        return new("slow-learning", "line", "The slow-learning flaw",
            "For the target 0, the further right, the worse the output. The squared error's derivative vanishes there, so the neuron "
            + "with the largest error learns slowest; the derivative of cross-entropy does not.",
            "wx + b", "loss or derivative",
            [
                Line(b, "squared error", "loss", z => Loss(square, z)), Line(b, "cross-entropy", "loss", z => Loss(entropy, z)),
                Line(b, "squared error", "derivative", z => b.NeuronDerivative(square, neuron, z, 0)),
                    Line(b, "cross-entropy", "derivative", z => b.NeuronDerivative(entropy, neuron, z, 0)),
            ]);
    }

    static Figure SigmoidAndDerivative(TextbookContext b) => new("sigmoid", "line", "The sigmoid and its derivative",
        "The derivative is at most ¼, in the middle, and vanishes on both sides.", "x", "value",
        [
            Line(b, "sigmoid", "", x => b.Activation(new Sigmoid(), x)[0]), Line(b, "derivative", "", x => b.Pullback(new Sigmoid(), x, 1)),
        ]);

    static Figure Outputs(TextbookContext b)
    {
        double[] scores = [3.2, 5.1, -1.7];
        ImmutableArray<double> classes = [0, 1, 2];
        return new("outputs", "bar", "Softmax beside sigmoid",
            "On the scores 3.2, 5.1 and −1.7, the outputs of softmax compete and add up to 1; those of sigmoids do not.", "class", "output",
            [
                new("softmax", b.Name, "", classes, [.. b.Activation(new Softmax(), scores)]),
                new("sigmoid", b.Name, "", classes, [.. b.Activation(new Sigmoid(), scores)]),
            ]);
    }

    static IEnumerable<Figure> Paths(TextbookContext b)
    {
        yield return Path(b, "bowl", "Paths on a bowl",
            "f = ½(x² + y²). Gradient descent goes straight to the middle; adaptive steps go by the signs of the gradient first.", 1);
        yield return Path(b, "ravine", "Paths in a ravine",
            "f = ½(x² + 20y²). Gradient descent jumps across the ravine; momentum and adaptive steps run along it.", 20);
    }

    static Figure Path(TextbookContext b, string id, string title, string caption, double steepness)
    {
        Series Of(string name, OptimizerSpec spec)
        {
            double[][] path = b.Path(spec, [-4, 2], p => [p[0], steepness * p[1]], 60);
            return new(name, b.Name, "", [.. path.Select(p => p[0])], [.. path.Select(p => p[1])]);
        }
        return new(id, "path", title, caption, "x", "y",
        [
            .. Enumerable.Range(1, 4).Select(size => Level(size, steepness)),
            Of("SGD", new Sgd(0.09)), Of("momentum", new Sgd(0.03, 0.9)), Of("AdaGrad", new Adagrad(0.8)),
            Of("RMSProp", new RmsProp(0.1)), Of("Adam", new Adam(0.2)), Of("Adadelta", new Adadelta(5, Epsilon: 1e-3)),
        ]);
    }

    /// <summary>A level set of f: an ellipse.</summary>
    static Series Level(int size, double steepness)
    {
        double[] turn = [.. Enumerable.Range(0, 65).Select(i => i * Math.Tau / 64)];
        return new($"level {size}", "", "", [.. turn.Select(a => size * Math.Cos(a))],
            [.. turn.Select(a => size / Math.Sqrt(steepness) * Math.Sin(a))]);
    }

    static Series Line(TextbookContext b, string name, string panel, Func<double, double> f) => new(name, b.Name, panel, Grid, [.. Grid.Select(f)]);
}

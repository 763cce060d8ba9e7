using System.Collections.Immutable;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Schedules;
using ParityNet.Training;

namespace ParityNet.Reports.Textbook;

/// <summary>The relations that the textbook states in words, on numbers computed by hand.</summary>
static class TextbookRelations
{
    static readonly SquaredError Half = new(Half: true);

    static readonly double[] Inputs = [1, 2, 3, 4, 5, 6];

    static readonly double[][] Quarter = [[Math.Log(0.25), Math.Log(0.75)]];

    public static ImmutableArray<TextbookItem> Losses { get; } =
    [
        new(11, "L2 loss of [3 4] for [0 0]: the length, not its square", "5.0000", b => b.Loss(new L2Norm(), [3, 4], [0, 0])),
        new(11, "sum of squared errors of the same", "25.0000", b => b.Loss(new SquaredError(Reduction: Reduction.Sum), [3, 4], [0, 0])),
        new(11, "mean squared error of the same", "12.5000", b => b.Loss(new SquaredError(), [3, 4], [0, 0])),
        new(11, "L1 loss of the same", "3.5000", b => b.Loss(new AbsoluteError(), [3, 4], [0, 0])),
        new(11, "Huber loss of the same, δ = 1", "3.0000", b => b.Loss(new Huber(), [3, 4], [0, 0])),
        new(11, "hinge loss of scores 0.5 and −1 for classes 1 and 1: max(0, 1 − y·x)", "1.2500", b => b.Loss(new Hinge(), [0.5, -1], [1, 1])),
        new(11, "binary cross-entropy of o = 0.8 for y = 1: −ln 0.8", "0.2231", b => b.Loss(new BinaryCrossEntropy(), [0.8], [1])),
        new(11, "categorical cross-entropy of [0.25 0.75] for the one-hot row [1 0]: −ln ¼", "1.3863",
            b => b.Loss(new CrossEntropy(), Quarter, [[1, 0]])),
        new(11, "sparse categorical cross-entropy of the same for the label 0", "1.3863", b => b.Loss(new CrossEntropy(), Quarter, 0)),
        new(11, "cross-entropy H(P, Q) of P = [0.5 0.5], Q = [0.25 0.75]", "0.8370", b => b.Loss(new CrossEntropy(), Quarter, [[0.5, 0.5]])),
        new(12, "½ squared error of 3 for 1, less −ln of the normal density of variance 1: the constant −½ ln 2π", "-0.9189",
            b => b.Loss(Half, [3], [1]) + Math.Log(Math.Exp(-2) / Math.Sqrt(Math.Tau))),
        new(12, "binary cross-entropy, y = 1, o = 0.3: −ln of the Bernoulli likelihood 0.3", "1.2040",
            b => b.Loss(new BinaryCrossEntropy(), [0.3], [1])),
        new(12, "cross-entropy of probabilities [0.3 0.7], class 0: −ln of the categorical likelihood 0.3", "1.2040",
            b => b.Loss(new CrossEntropy(), [[Math.Log(0.3), Math.Log(0.7)]], 0)),
        new(13, "iterations an epoch: 1,000,000 examples in batches of 10", "100000", _ => Batches.Steps(1_000_000, 10)),
        new(13, "gradient by w = 1 of ½(wx)² over x = 1 … 6, all at once: 91/6", "15.1667", b => Derivative(b, [0, 1, 2, 3, 4, 5])),
        new(13, "mean of its mini-batch gradients over one epoch of batches of 2", "15.1667",
            b => Batches.Of(6, 2, seed: 1, epoch: 0).Average(batch => Derivative(b, batch))),
    ];

    public static ImmutableArray<TextbookItem> Accumulators { get; } =
    [
        new(15, "RMSProp's h after 100 gradients of 3: 9(1 − 0.99¹⁰⁰), below max g² = 9", "5.7057",
            b => b.Steps(new RmsProp(Alpha: 0.99), Enumerable.Repeat(3.0, 100))["square_avg"][0].Flat()[0]),
        new(15, "AdaGrad's 1st step of rate 1 for gradients of 3: 1/√1", "1.0000", b => AdagradStep(b, 1)),
        new(15, "AdaGrad's 4th: 1/√4", "0.5000", b => AdagradStep(b, 4)),
        new(15, "AdaGrad's 100th: 1/√100", "0.1000", b => AdagradStep(b, 100)),
    ];

    public static ImmutableArray<TextbookItem> Steps { get; } =
    [
        new(17, "Adadelta's first step for a gradient of 1: √ε/√((1 − ρ) + ε), ρ = 0.9, ε = 10⁻⁶", "0.003162", b => -After(b, new Adadelta(), 1)),
        new(18, "a step of SGD for a gradient of 1 under StepLR of rate 0.1, γ = 0.1 every 30: after 29 steps", "0.1000",
            b => Scheduled(b, new Step(30), 29)),
        new(18, "the same after 30 steps", "0.0100", b => Scheduled(b, new Step(30), 30)),
        new(18, "the same under half a cosine of 10 steps, in the middle", "0.0500", b => Scheduled(b, new CosineAnnealing(10), 5)),
        .. TextbookDescent.Stopping,
        new(20, "maximizing f: a step of rate 0.1 for a gradient of 3", "0.3000", b => After(b, new Sgd(0.1, Maximize: true), 3)),
        new(20, "minimizing −f: the same step", "0.3000", b => After(b, new Sgd(0.1), -3)),
    ];

    public static ImmutableArray<TextbookItem> Layers { get; } =
    [
        new(21, "two linear layers W₁ = [1 2; 0 1], W₂ = [1 0; 1 1], x = [1 1], y = 0: f = [3 4], its L2 loss", "5.0000", b => TwoLayers(b).Loss),
        .. Enumerable.Range(0, 4).Select(i => new TextbookItem(21, $"its derivative by W₂, row {i / 2 + 1}, column {i % 2 + 1}",
            new[] { "1.8000", "0.6000", "2.4000", "0.8000" }[i], b => TwoLayers(b).Second[i])),
        .. Enumerable.Range(0, 4).Select(i => new TextbookItem(21, $"its derivative by W₁, row {i / 2 + 1}, column {i % 2 + 1}",
            new[] { "1.4000", "1.4000", "0.8000", "0.8000" }[i], b => TwoLayers(b).First[i])),
    ];

    // With w = 1 the prediction is x, and dL/dw is the derivative with respect to the prediction times x.
    static double Derivative(TextbookContext b, IReadOnlyList<int> examples)
    {
        double[] x = [.. examples.Select(i => Inputs[i])];
        return b.Gradient(Half, x, new double[x.Length]).Zip(x, (derivative, input) => derivative * input).Sum();
    }

    static double AdagradStep(TextbookContext b, int step)
    {
        double At(int steps) => b.Steps(new Adagrad(1, Epsilon: 0), Enumerable.Repeat(3.0, steps)).Parameters[0].Flat()[0];
        return At(step - 1) - At(step);
    }

    static double Scheduled(TextbookContext b, ScheduleSpec schedule, int step) => -After(b, new Sgd(schedule.Rate(0.1, step)), 1);

    static double After(TextbookContext b, OptimizerSpec spec, double gradient) => b.Step(spec, gradient).Parameters[0].Flat()[0];

    static (double Loss, double[] First, double[] Second) TwoLayers(TextbookContext b) =>
        b.TwoLayers(new L2Norm(), [1, 2, 0, 1], [1, 0, 1, 1], [1, 1], [0, 0]);
}

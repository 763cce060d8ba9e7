using System.Collections.Immutable;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Tests.Samples;

/// <summary>The textbook's figures, from closed forms.</summary>
static class SampleTextbook
{
    static readonly string[] Both = ["native", "torch"];

    public static TextbookReport Of() => new(
        [
            new(1, "squared error of a sigmoid neuron at wx + b = 1.1, y = 0", "0.2815", [new("native", 0.28147), new("torch", 0.28147)], true),
            new(6, "softmax and negative log-likelihood, bits, o = 0.0508", "4.2990", [new("native", 4.29901), new("torch", 4.29902)], true),
        ],
        [SlowLearning(), Sigmoid(), Scores(), Paths()]);

    public static TextbookReport Alone()
    {
        TextbookReport book = Of();
        return new(
            [.. book.Rows.Select(r => r with { Computed = [r.Computed[0]] })],
            [.. book.Figures.Select(f => f with { Series = [.. f.Series.Where(s => s.Backend != "torch")] })]);
    }

    static double S(double z) => 1 / (1 + Math.Exp(-z));

    static IEnumerable<Series> Lines(string name, string panel, Func<double, double> f) =>
        Both.Select(b => new Series(name, b, panel, Grid, [.. Grid.Select(f)]));

    static ImmutableArray<double> Grid => [.. Enumerable.Range(0, 121).Select(i => -6 + i * 0.1)];

    static Figure SlowLearning() => new("slow-learning", "line", "Slow learning of a saturated neuron",
        "Where the neuron is most wrong, right, the squared error hardly has a gradient; cross-entropy has its largest one.", "wx + b", "for y = 0",
        [
            .. Lines("squared error", "loss", z => 0.5 * S(z) * S(z)), .. Lines("cross-entropy, nats", "loss", z => -Math.Log(1 - S(z))),
            .. Lines("squared error", "gradient ∂e/∂b", z => S(z) * S(z) * (1 - S(z))), .. Lines("cross-entropy, nats", "gradient ∂e/∂b", S),
        ]);

    static Figure Sigmoid() => new("sigmoid", "line", "The sigmoid and its derivative", "The derivative is at most ¼, at 0, and vanishes on both sides.", "z", "σ(z), σ′(z)",
        [.. Lines("σ", "", S), .. Lines("σ′", "", z => S(z) * (1 - S(z)))]);

    static Figure Scores() => new("softmax", "bar", "Softmax beside sigmoid on the same scores", "Softmax outputs sum to 1 and compete; sigmoid outputs do not.", "score", "output",
        [
            .. Both.Select(b => new Series("softmax", b, "", [3.2, 5.1, -1.7], [0.13, 0.87, 0.001])),
            .. Both.Select(b => new Series("sigmoid", b, "", [3.2, 5.1, -1.7], [0.96, 0.99, 0.15])),
        ]);

    static Figure Paths() => new("paths", "path", "Paths of the optimizers", "Each path starts at the dot. In the ravine plain gradient descent swings across, the adaptive ones do not.", "θ₁", "θ₂",
        [.. ((string[])["bowl", "ravine"]).SelectMany(p => Ground(p, p == "bowl" ? 1 : 12))]);

    static IEnumerable<Series> Ground(string panel, double steep)
    {
        foreach (double level in (double[])[0.5, 1.5, 3])
            yield return new($"level {level}", "", panel, [.. Turn.Select(a => Math.Sqrt(2 * level) * Math.Cos(a))], [.. Turn.Select(a => Math.Sqrt(2 * level / steep) * Math.Sin(a))]);
        foreach ((string name, double rate, double momentum) in ((string, double, double)[])[("SGD", 0.15, 0), ("momentum", 0.05, 0.8), ("RMSProp", 0.08, 0.1), ("Adam", 0.1, 0.3), ("AdaGrad", 0.03, 0.5)])
            foreach (string backend in Both)
            {
                List<double> xs = [], ys = [];
                (double x, double y, double u, double v) = (-2, 1.5, 0, 0);
                for (int i = 0; i < 60; i++)
                {
                    xs.Add(x);
                    ys.Add(y);
                    (u, v) = (momentum * u + rate * x, momentum * v + rate * steep * y);
                    (x, y) = (x - u, y - v);
                }
                yield return new(name, backend, panel, [.. xs], [.. ys]);
            }
    }

    static IEnumerable<double> Turn => Enumerable.Range(0, 73).Select(i => i * Math.Tau / 72);
}

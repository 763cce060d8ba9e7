using System.Collections.Immutable;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports.Tests.Samples;

/// <summary>Invented entries of ops and runs.</summary>
static class SampleOps
{
    static readonly ImmutableArray<double> Edges = [0, .. Enumerable.Range(-10, 23).Select(e => Math.ScaleB(1, e)), double.PositiveInfinity];

    public static OpReport One(string kind, string op, string type)
    {
        var random = new Random(op.Length * 31 + type[^1]);
        double native = 0.5 + random.NextDouble() * 0.6, torch = 1.5 + random.NextDouble() * (op.Length > 12 ? 4000 : 3);
        bool endless = op == "kl_div";
        return new OpReport(kind, op, type, 200, 42_982, new(36_000, 6000, 0, 0, 0, 0, op.Contains("logits", StringComparison.Ordinal) ? 20_000 : 0, 5, op == "kl_div" ? 7 : 0, 0), 83.75,
            new(3.9, 21.4, 0.0116, 0.61),
            [
                new("native", 0.12, native * 0.7, native, Math.Log2(native + 1), 99.9971),
                new("torch", 0.31, torch * 0.2, endless ? double.PositiveInfinity : torch, Math.Log2(torch + 1), 88.2),
            ],
            new(Edges, [new("native", Bins(random, 11)), new("torch", Bins(random, op.Length > 12 ? 22 : 14))]),
            [Case(op, "native", "BothInside", native), Case(op, "torch", "KnownDifference", torch)], [],
            op == "kl_div" ? [new("torch", 7, 0, Case(op, "torch", "OverflowsOnTheWay", double.PositiveInfinity))] : [],
            op == "layer_norm" ? [new("torch", 3, 3, Case(op, "torch", "Weak", 825_000))] : [],
            [new("value", 14_000, 21.7, 18.2, 0), new("grads.input", 28_982, 20.1, 12.5, 0.0102)]);
    }

    static ImmutableArray<long> Bins(Random random, int last) =>
        [.. Edges.Select((_, bin) => bin == 0 ? 30_000 : bin > last ? 0 : (long)(9000 * Math.Exp(-0.5 * Math.Pow((bin - 9) / 1.8, 2)) * (0.8 + 0.4 * random.NextDouble())))];

    public static CaseReport Case(string op, string backend, string verdict, double ulps) => new(
        verdict, backend, "grads.input", 3, ulps,
        [new("native", "0.18242553", "0x1.759b8ap-3"), new("torch", "0.18242551", "0x1.759b86p-3")],
        new("definition", "0.18242552876472473", "0x1.759b88a1f9p-3"), new("definition", "0.18242550", "0x1.759b8p-3"), new("definition", "0.18242556", "0x1.759b9p-3"),
        $"new {op}(Delta: 0.5, Reduction: Reduction.Sum)",
        "Tensor.Create([BitConverter.UInt32BitsToSingle(0x3E3ACDC5), 1f, -0f], [3])",
        Request(op), $"./paritynet replay '{Request(op)}'");

    static string Request(string op) => $$$"""{"op":"{{{op}}}","dtype":"float32","options":{"delta":0.5,"reduction":"sum"},"input":{"shape":[3],"data":[0.18242553,1.0,-0.0]},"target":{"shape":[3],"data":[0.0,0.0,"NaN"]}}""";

    public static OpReport Nothing(OpReport op) => op with
    {
        Cases = 0,
        Elements = 0,
        Verdicts = VerdictCounts.None,
        Worst = [],
        Histogram = op.Histogram with { Counts = [.. op.Histogram.Counts.Select(c => c with { Elements = [.. c.Elements.Select(_ => 0L)] })] },
    };

    public static OpReport NativeAlone(OpReport op) => op with
    {
        BitsEqualPercent = 0,
        Verdicts = new(0, 0, op.Verdicts.Total(), 0, 0, 0, 0, 0, 0, 0),
        Accuracy = [op.Accuracy[0]],
        Histogram = op.Histogram with { Counts = [op.Histogram.Counts[0]] },
        Worst = [op.Worst[0] with { Computed = [op.Worst[0].Computed[0]] }],
    };

    public static ErrorPlot Errors(string op, string type)
    {
        var random = new Random(5);
        return new(op, type, "value",
        [
            .. from backend in (string[])["native", "torch"]
               from i in Enumerable.Range(0, 400)
               select new ErrorPoint(backend, -100 + i * 0.5, backend == "native" ? random.NextDouble() * 0.5 : random.NextDouble() * 2.4),
        ]);
    }

    public static TrajectoryReport Run(string name, int? partsAt) => new(
        name, "new Perceptron(4, [new Layer(32, new Tanh()), new Layer(1, new Identity())])", "new Adam(LearningRate: 0.01, Beta1: 0.9, Beta2: 0.999)", "new SquaredError()",
        "float32", 4, 6, 0.71, 0.47, partsAt,
        [
            .. ((int[])[1, 2, 3, 5, 7, 10, 14, 20, 30, 50, 70, 100, 140, 200, 300]).Select(step =>
            {
                double twin = 1e-8 * Math.Pow(step, 0.9), rho = 0.02 * Math.Pow(step, 0.6);
                return new TrajectoryPoint(step, 2.5 / (1 + step * 0.05), 2.5 / (1 + step * 0.05) * 1.0000001, twin * rho, twin * 0.5, twin, twin * 2.1, rho, 0, 1.2, 98.7);
            }),
        ]);
}

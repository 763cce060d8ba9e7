using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports.Tests.Samples;

/// <summary>A report of the size and shape of a real one, with invented numbers.</summary>
static class SampleReport
{
    static readonly (string Kind, string[] Ops)[] Catalogue =
    [
        ("loss", ["mse_loss", "huber_loss", "binary_cross_entropy", "binary_cross_entropy_with_logits", "cross_entropy", "kl_div"]),
        ("activation", ["sigmoid", "tanh", "softmax", "gelu"]),
        ("optimizer", ["sgd", "adam", "rmsprop"]),
        ("model", ["perceptron"]),
    ];

    static readonly string[] Types = ["float32", "float64"];

    /// <summary>Both backends, nothing unexplained.</summary>
    public static Report Agreeing() => new(
        1, true,
        new("On 14 ops in float32 and float64, 5,600 cases and 1,203,500 elements, native and torch 1.13.1 lie inside the enclosure of the definition, but for 1 known difference.",
            true, 5600, 1_203_500, new(1_000_000, 180_000, 3000, 0, 0, 0, 20_000, 500, 0, 0), 0, 117, 0, 1),
        new("Debian GNU/Linux 13 (trixie)", "X64", "Intel(R) Xeon(R) Processor @ 2.10GHz", ["SSE4.2", "AVX", "AVX2", "FMA", "AVX-512F"], 2, ".NET 10.0.0", "0.1.0+abc", "0e0c7001",
        [
            new("native", "0.1.0", "managed, .NET 10.0.0", ["AVX-512F"], 2),
            new("torch", "1.13.1", "PyTorch built with: GCC 12.2, C++ Version: 201402, OpenMP 201511, LAPACK enabled, CPU capability usage: AVX2, no MKL", ["AVX2"], 2),
        ]),
        new(1, 200, ["native", "torch"], [.. Types], [.. Catalogue.SelectMany(k => k.Ops)], 1, "./paritynet report --seed 1 --cases 200"),
        [.. from kind in Catalogue from op in kind.Ops from type in Types select SampleOps.One(kind.Kind, op, type)],
        [
            .. from op in Catalogue[0].Ops from type in Types from backend in (string[])["native", "torch"]
               select new LawReport("A loss is never negative", "exact", op, type, backend, 20, 0),
            .. from op in Catalogue[2].Ops from type in Types from backend in (string[])["native", "torch"]
               select new LawReport("Maximising with g is minimising with −g: f(x) → −f(x)", "exact", op, type, backend, 20, 0),
            new("The rows of the gradient of softmax with cross-entropy sum to 0", "bounded", "cross_entropy", "float32", "native", 20, 0),
            new("Results do not depend on length", "exact", "sigmoid", "float32", "torch", 20, 7, "x = [0.3f]", "Vector lanes and the scalar tail use different code."),
        ],
        [SampleOps.Errors("sigmoid", "float32"), SampleOps.Errors("tanh", "float32")],
        [SampleOps.Run("SGD 0.01, tanh", 5), SampleOps.Run("Adam 0.01, ReLU", null)],
        [
            new("pos-weight", "binary_cross_entropy_with_logits", "torch", "where pos_weight is large and the logit is negative",
                "libtorch computes (1 − y)x + (1 + (p − 1)y)(log1p(e^−|x|) + max(−x, 0)); the gradient cancels and loses up to 0.8 %.",
                "https://github.com/pytorch/pytorch/issues/77529", 20_000, """{"op":"binary_cross_entropy_with_logits","input":[-3.5]}""", true),
        ],
        SampleTextbook.Of(),
        [new("multi_margin_loss on torch", "The backend lacks the op.")],
        new("TorchSharp", "0.107.0", 4, 301, 40, 80, 80, 0, "hardtanh-is-the-identity", "functional.hardtanh: it returns its input", 24),
        new(new DateTimeOffset(2026, 11, 21, 4, 0, 0, TimeSpan.Zero), 61.5));

    /// <summary>Disagreements, broken laws, an early end, and text that would be markup if it were not escaped.</summary>
    public static Report Disagreeing()
    {
        Report report = Agreeing();
        OpReport bad = report.Ops[2] with
        {
            Verdicts = report.Ops[2].Verdicts with { FirstOutside = 17 },
            Disagreements = [SampleOps.Case("huber_loss", "native", "FirstOutside", 8_388_608)],
        };
        return report with
        {
            Complete = false,
            Summary = report.Summary with
            {
                Agrees = false,
                Unexplained = 17,
                LawsBroken = 1,
                Claim = "</script><script>alert(1)</script> & <b>bold</b> | `code`",
                Verdicts = report.Summary.Verdicts with { FirstOutside = 17 },
            },
            Ops = report.Ops.SetItem(2, bad),
            Laws = report.Laws.Add(new("Zero gradient is a fixed point", "exact", "adam", "float32", "native", 20, 3, "new Adam(Eps: 0)\ng = [0f]")),
        };
    }

    /// <summary>Backends that never part, and an op of which nothing could be judged.</summary>
    public static Report Identical()
    {
        Report report = Agreeing();
        return report with
        {
            Ops = [SampleOps.Nothing(report.Ops[0]), .. report.Ops.Skip(1)],
            ErrorPlots = [report.ErrorPlots[0] with { Points = [] }],
            Trajectories = [.. report.Trajectories.Select(t => t with { PartsAt = null, Points = [.. t.Points.Select(p => p with { Distance = 0, Rho = 0, TwinLow = 0 })] })],
        };
    }

    /// <summary>The native backend alone.</summary>
    public static Report Alone()
    {
        Report report = Agreeing();
        return report with
        {
            Summary = report.Summary with { Claim = "On 5,600 generated cases of 14 ops, native agrees with the definitions.", Verdicts = new(0, 0, 1_203_000, 0, 0, 0, 0, 500, 0, 0) },
            Setup = report.Setup with { Backends = ["native"] },
            Environment = report.Environment with { Backends = [report.Environment.Backends[0]] },
            Ops = [.. report.Ops.Select(SampleOps.NativeAlone)],
            Trajectories = [],
            KnownDifferences = [.. report.KnownDifferences.Select(k => k with { StillDiffers = null, Elements = 0 })],
            Textbook = SampleTextbook.Alone(),
            Skipped = [new("torch", "libtorch could not be loaded: expected libtorch.so, got none.")],
        };
    }

    /// <summary>A run that was ended before its first case.</summary>
    public static Report Empty()
    {
        Report report = Agreeing();
        return report with
        {
            Complete = false,
            Ops = [],
            Laws = [],
            ErrorPlots = [],
            Trajectories = [],
            KnownDifferences = [],
            Textbook = TextbookReport.None,
            Times = null,
            Summary = new("Nothing was compared.", true, 0, 0, VerdictCounts.None, 0, 0, 0, 0),
        };
    }

    /// <summary>More of everything than a page to be pasted has room for.</summary>
    public static Report Everything()
    {
        Report report = Disagreeing();
        OpReport bad = report.Ops[2] with { Verdicts = report.Ops[2].Verdicts with { FirstOutside = 1000 }, Disagreements = [.. Enumerable.Repeat(report.Ops[2].Disagreements[0] with { Spec = new('x', 9000) }, 3)] };
        return report with
        {
            Ops = [.. Enumerable.Range(0, 300).Select(i => bad with { Op = $"op-{i}" })],
            Laws = [.. Enumerable.Range(0, 300).Select(i => new LawReport($"law {i}", "exact", "adam", "float32", "native", 20, 3, string.Join('\n', Enumerable.Repeat("g = [0f]", 500))))],
            KnownDifferences = [.. Enumerable.Range(0, 300).Select(i => report.KnownDifferences[0] with { Id = $"known-{i}" })],
            Trajectories = [.. Enumerable.Repeat(report.Trajectories[0], 100)],
            Skipped = [.. Enumerable.Range(0, 300).Select(i => new SkipReport($"op-{i} on torch", "The backend lacks the op."))],
            Setup = report.Setup with { Command = new('x', 100_000) },
        };
    }

    /// <summary>The names of all samples.</summary>
    public static IEnumerable<string> Names => ["agreeing", "disagreeing", "identical", "alone", "empty", "everything"];

    /// <summary>A sample by its name.</summary>
    public static Report Named(string name) => name switch
    {
        "agreeing" => Agreeing(),
        "disagreeing" => Disagreeing(),
        "identical" => Identical(),
        "alone" => Alone(),
        "empty" => Empty(),
        _ => Everything(),
    };
}

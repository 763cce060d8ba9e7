using System.Collections.Immutable;
using ParityNet.Layers;
using static ParityNet.Parity.Planted.PlantedFunctions;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in layers and penalties.</summary>
static class PlantedLayers
{
    const string Dense = "linear", ByBatch = "batch_norm", ByExample = "layer_norm", ByGroup = "group_norm", ByRoot = "rms_norm",
        Running = "batch_norm_update_stats", Drop = "dropout",
        L1 = "l1_penalty", L2 = "l2_penalty";

    static PlantedError Whole(string name, string op, string? gradient, Func<FunctionSpec, Func<string, double[]>, nint[], double[],
        IEnumerable<double>> map) =>
        Change(name, op, () => new Whole(gradient, map));

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Whole("weights not transposed", Dense, null, (s, of, shape, v) =>
            Product(of("input"), of("weight"), of("bias"), (int)shape[^1], v, transposed: true)),
        Whole("no bias", Dense, null, (s, of, shape, v) => Product(of("input"), of("weight"), [], (int)shape[^1], v, transposed: false)),
        Value("a bias of 1 always", Dense, (s, x, y, v) => v + 1),
        Whole("the derivative by the bias of one example alone", Dense, "bias", (s, of, shape, g) =>
            g.Select(derivative => derivative / Math.Max(1, Rows(of, shape)))),
        Whole("the derivative by the weights transposed", Dense, "weight", (s, of, shape, g) => Turned(g, g.Length / Math.Max(1, (int)shape[^1]))),
        Whole("the derivative by the weights averaged", Dense, "weight", (s, of, shape, g) =>
            g.Select(derivative => derivative / Math.Max(1, Rows(of, shape)))),
        Spec<BatchNorm>("no ε", ByBatch, s => s with { Epsilon = 0 }),
        Spec<BatchNorm>("ε is 10⁻⁵ always", ByBatch, s => s with { Epsilon = 1e-5 }),
        Spec<BatchNorm>("the statistics of the batch afterwards too", ByBatch, s => s with { Training = true }),
        Whole("ε outside the root", ByBatch, null, (s, of, shape, v) => ((BatchNorm)s).Training ? v
            : Normal(s, of, shape, (x, m, d, w, b) => (x - m) / (Math.Sqrt(d) + ((BatchNorm)s).Epsilon) * w + b)),
        Whole("no root", ByBatch, null, (s, of, shape, v) => ((BatchNorm)s).Training ? v
            : Normal(s, of, shape, (x, m, d, w, b) => (x - m) / (d + ((BatchNorm)s).Epsilon) * w + b)),
        Affine("shifted before it is scaled", (y, w, b) => y - b + b * w),
        Affine("scale and shift exchanged", (y, w, b) => (y - b) / w * b + w),
        Whole("the unbiased variance", ByBatch, null, (s, of, shape, v) => !((BatchNorm)s).Training ? v
            : v.Select((y, i) => Unbiased(y, At(of("bias"), i, shape, 0), PerChannel(shape)))),
        Whole("the mean not taken away", ByBatch, null, (s, of, shape, v) => v.Select((y, i) => y + of("input").Average())),
        Whole("the derivative by the shift of one number alone", ByBatch, "bias", (s, of, shape, g) =>
            g.Select(derivative => derivative / PerChannel(shape))),
        Derivative("statistics taken for constants in the derivative", ByBatch, (s, x, y, g) => g + x / 64),
        Spec<LayerNorm>("no ε", ByExample, s => s with { Epsilon = 0 }),
        Spec<LayerNorm>("ε is 10⁻⁵ always", ByExample, s => s with { Epsilon = 1e-5 }),
        Whole("the unbiased variance", ByExample, null, (s, of, shape, v) =>
            v.Select((y, i) => Unbiased(y, Last(of("bias"), i, 0), ((LayerNorm)s).NormalizedShape.Aggregate((m, n) => m * n)))),
        Whole("all examples together", ByExample, null, (s, of, shape, v) => Together((LayerNorm)s, of, v)),
        Whole("the mean not taken away", ByExample, null, (s, of, shape, v) => v.Select((y, i) => y + of("input").Average())),
        Whole("the derivative by the scale averaged", ByExample, "weight", (s, of, shape, g) =>
            g.Select(derivative => derivative * g.Length / of("input").Length)),
        Whole("the derivative by the shift averaged", ByExample, "bias", (s, of, shape, g) =>
            g.Select(derivative => derivative * g.Length / of("input").Length)),
        Spec<GroupNorm>("no ε", ByGroup, s => s with { Epsilon = 0 }),
        Spec<GroupNorm>("ε is 10⁻⁵ always", ByGroup, s => s with { Epsilon = 1e-5 }),
        Spec<GroupNorm>("all channels in one group", ByGroup, s => s with { NumGroups = 1 }),
        Whole("the mean not taken away", ByGroup, null, (s, of, shape, v) => v.Select((y, i) => y + of("input").Average())),
        Whole("the unbiased variance", ByGroup, null, (s, of, shape, v) =>
            v.Select((y, i) => Unbiased(y, At(of("bias"), i, shape, 0), ((GroupNorm)s).LengthOf(shape)))),
        Whole("the derivative by the shift of one number alone", ByGroup, "bias",
            (s, of, shape, g) => g.Select(derivative => derivative * g.Length / of("input").Length)),
        Whole("the derivative by the scale averaged", ByGroup, "weight",
            (s, of, shape, g) => g.Select(derivative => derivative * g.Length / of("input").Length)),
        Spec<RmsNorm>("no ε", ByRoot, s => s with { Epsilon = 0 }),
        Spec<RmsNorm>("ε is 10⁻⁵ always", ByRoot, s => s with { Epsilon = 1e-5 }),
        Whole("the sum of the squares in place of their mean", ByRoot, null,
            (s, of, shape, v) => v.Select(y => y / Math.Sqrt(((RmsNorm)s).Length))),
        Whole("the mean taken away", ByRoot, null, (s, of, shape, v) => v.Select(y => y - of("input").Average())),
        Whole("the derivative by the scale averaged", ByRoot, "weight",
            (s, of, shape, g) => g.Select(derivative => derivative * g.Length / of("input").Length)),
        Derivative("the root taken for a constant in the derivative", ByRoot, (s, x, y, g) => g + x / 64),
        Spec<BatchStatistics>("m and 1 − m exchanged", Running, s => s with { Momentum = 1 - s.Momentum }),
        Whole("the biased variance", Running, null, (s, of, shape, v) => v.Select((moved, i) =>
            i < v.Length / 2 ? moved : Biased(moved, (1 - ((BatchStatistics)s).Momentum) * of("running_var")[i - v.Length / 2], PerChannel(shape)))),
        Whole("the deviation instead of the variance", Running, null, (s, of, shape, v) =>
            v.Select((moved, i) => i < v.Length / 2 ? moved : Math.Sqrt(moved))),
        Both("what stays is not enlarged", Drop, (s, x, y, v) => v * Share(s)),
        Both("what stays is divided by p", Drop, (s, x, y, v) => v * Share(s) / ((Dropout)s).P),
        Value("enlarged outside training too", Drop, (s, x, y, v) => ((Dropout)s).Training ? v : v * ((Dropout)s).Scale),
        Whole("what the mask keeps goes, and what goes stays", Drop, null, (s, of, shape, v) => of("mask") is { Length: > 0 } mask
            ? of("input").Select((x, i) => x * (1 - mask[i]) * ((Dropout)s).Scale) : v),
        Whole("derivatives where nothing came through", Drop, "input", (s, of, shape, g) => g.Select(derivative => derivative == 0 ? 1 : derivative)),
        Spec<L1Penalty>("λ is 1 always", L1, s => s with { Strength = 1 }),
        Derivative("derivative λ at 0", L1, (s, x, y, g) => x == 0 ? ((Penalty)s).Strength : g),
        Value("the root of the squares", L1, (s, x, y, v) => Math.Sqrt(v)),
        Spec<L2Penalty>("λ is 1 always", L2, s => s with { Strength = 1 }),
        Spec<L2Penalty>("the half forgotten", L2, s => s with { Half = false }),
        Spec<L2Penalty>("half always", L2, s => s with { Half = true }),
        Whole("averaged", L2, null, (s, of, shape, v) => v.Select(sum => sum / Math.Max(1, of("input").Length))),
        Derivative("the derivative λw of 2λw", L2, (s, x, y, g) => ((L2Penalty)s).Half ? g : g / 2),
    ];

    static PlantedError Affine(string name, Func<double, double, double, double> map) => Whole(
        name, ByBatch, null, (s, of, shape, v) => v.Select((y, i) => map(y, At(of("weight"), i, shape, 1), At(of("bias"), i, shape, 0))));

    static double Unbiased(double normal, double shift, double count) => shift + (normal - shift) * Math.Sqrt(1 - 1 / count);

    static double Biased(double moved, double kept, double count) => kept + (moved - kept) * (1 - 1 / count);

    static double Share(FunctionSpec spec) => spec is Dropout { Training: true } dropout ? 1 - dropout.P : 1;

    static double PerChannel(nint[] shape) => Math.Max(1, Shape.Count(shape) / Math.Max(1, shape[1]));

    static int Rows(Func<string, double[]> of, nint[] shape) => of("input").Length / Math.Max(1, (int)shape[^1]);

    static double At(double[] perChannel, int index, nint[] shape, double otherwise) =>
        perChannel.Length == 0 ? otherwise : perChannel[index / (int)Shape.Count(shape.AsSpan(2)) % (int)shape[1]];

    static double Last(double[] perPosition, int index, double otherwise) => perPosition.Length == 0 ? otherwise
        : perPosition[index % perPosition.Length];

    static IEnumerable<double> Turned(double[] matrix, int rows) => matrix.Select((_, i) => matrix[i % rows * (matrix.Length / rows) + i / rows]);

    static IEnumerable<double> Normal(FunctionSpec spec, Func<string, double[]> of, nint[] shape, Func<double, double, double, double, double,
        double> map) => of("input").Select((x, i) =>
        map(x, At(of("running_mean"), i, shape, 0), At(of("running_var"), i, shape, 1), At(of("weight"), i, shape, 1), At(of("bias"), i, shape, 0)));

    static IEnumerable<double> Together(LayerNorm spec, Func<string, double[]> of, double[] value)
    {
        double[] x = of("input");
        if (x.Length == 0)
            return value;
        double mean = x.Average(), factor = 1 / Math.Sqrt(x.Average(number => (number - mean) * (number - mean)) + spec.Epsilon);
        return x.Select((number, i) => (number - mean) * factor * Last(of("weight"), i, 1) + Last(of("bias"), i, 0));
    }

    static IEnumerable<double> Product(double[] input, double[] weight, double[] bias, int inputs, double[] value, bool transposed)
    {
        int outputs = inputs == 0 ? 0 : weight.Length / inputs;
        return outputs == 0 ? value : value.Select((_, i) => (bias.Length == 0 ? 0 : bias[i % outputs]) + Enumerable.Range(0, inputs).Sum(
            k => input[i / outputs * inputs + k] * weight[transposed ? k * outputs + i % outputs : i % outputs * inputs + k]));
    }
}

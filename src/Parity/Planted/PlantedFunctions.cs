using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in losses and activations.</summary>
static class PlantedFunctions
{
    public static PlantedError Spec<TSpec>(string name, string op, Func<TSpec, OpSpec> change) where TSpec : OpSpec =>
        new(name, op, right => new OtherSpec(right, spec => spec is TSpec its ? change(its) : spec));

    public static PlantedError Change(string name, string op, Func<IFunctionChange> change) =>
        new(name, op, right => new OtherFunction(right, op, change()));

    public static PlantedError Value(string name, string op, Func<FunctionSpec, double, double, double, double> value) =>
        Change(name, op, () => new Elements(value: value));

    public static PlantedError Derivative(string name, string op, Func<FunctionSpec, double, double, double, double> derivative) =>
        Change(name, op, () => new Elements(derivative: derivative));

    public static PlantedError Both(string name, string op, Func<FunctionSpec, double, double, double, double> map) =>
        Change(name, op, () => new Elements(map, map));

    static PlantedError Slip(string name, string op, Careless.Way way) => Change(name, op, () => new Careless(way)) with { IsCareless = true };

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Spec<SquaredError>("the mean without 1/N", "mse_loss", s => s.Reduction == Reduction.Mean ? s with { Reduction = Reduction.Sum } : s),
        Spec<SquaredError>("half where the whole is wanted", "mse_loss", s => s with { Half = !s.Half }),
        Derivative("the derivative without its factor", "mse_loss", (s, x, y, g) => g / 2),
        Both("the prediction taken twice as large", "mse_loss", (s, x, y, v) => v + x),
        Derivative("the derivative squared", "mse_loss", (s, x, y, g) => g * Math.Abs(g)),
        Derivative("derivative 1 at 0", "l1_loss", (s, x, y, g) => x == y ? 1 : g),
        Value("the square instead of the size", "l1_loss", (s, x, y, v) => v * v).After("TorchSharp#1359"),
        Both("negated", "l1_loss", (s, x, y, v) => -v),
        Spec<Huber>("δ is 1 always", "huber_loss", s => s with { Delta = 1 }),
        Derivative("no clamp of the derivative", "huber_loss", (s, x, y, g) => g == 0 ? g : g * 3),
        Value("not continuous at δ", "huber_loss", (s, x, y, v) => v > ((Huber)s).Delta ? v + ((Huber)s).Delta : v),
        Spec<SmoothL1>("β is 1 always", "smooth_l1_loss", s => s with { Beta = 1 }),
        Derivative("derivative of the wrong sign", "smooth_l1_loss", (s, x, y, g) => -g),
        Value("the norm squared", "l2_norm_loss", (s, x, y, v) => v * v),
        Derivative("derivative of 1/0 at 0", "l2_norm_loss", (s, x, y, g) => x == y ? double.NaN : g),
        Value("the last position moved", "l2_norm_loss", (s, x, y, v) => v + 1),
        Derivative("derivative where the margin is reached exactly", "hinge", (s, x, y, g) => x * y == 1 ? -y : g),
        Value("the margin is 0", "hinge", (s, x, y, v) => Math.Max(0, v - 1)),
        Value("negated", "hinge", (s, x, y, v) => -v),
        Both("nothing beyond the margin cut off", "hinge", (s, x, y, v) => v == 0 ? 1 - x * y : v),
        Value("no clamp of the logarithm", "binary_cross_entropy", (s, x, y, v) => x is 0 or 1 ? double.PositiveInfinity : v),
        Change("the weight dropped", "binary_cross_entropy", () => new OtherArguments("weight")),
        Change("weights counted twice", "binary_cross_entropy", () => new ScaledArgument("weight")),
        Change("positive weights counted twice", "binary_cross_entropy_with_logits", () => new ScaledArgument("pos_weight")),
        Change("class weights counted twice", "cross_entropy", () => new ScaledArgument("weight")),
        Change("class weights counted twice", "nll_loss", () => new ScaledArgument("weight")),
        Change("class weights counted twice", "multi_margin_loss", () => new ScaledArgument("weight")),
        Change("probabilities counted twice", "cross_entropy", () => new ScaledArgument("target")),
        Change("the derivative counted twice", "prelu", () => new ScaledArgument("weight")),
        Spec<BinaryCrossEntropy>("bits are nats", "binary_cross_entropy", s => s with { Base = LogBase.Nats }),
        Derivative("the derivative without its weight by 1/x(1 − x)", "binary_cross_entropy", (s, x, y, g) => g * x * (1 - x)),
        Value("negated", "binary_cross_entropy", (s, x, y, v) => -v),
        Change("the positive weight dropped", "binary_cross_entropy_with_logits", () => new OtherArguments("pos_weight")),
        Change("the weight dropped", "binary_cross_entropy_with_logits", () => new OtherArguments("weight")),
        Value("overflow: no shift by the maximum", "binary_cross_entropy_with_logits", (s, x, y, v) => double.IsInfinity((float)Math.Exp(-x))
            ? double.PositiveInfinity : v),
        Value("log(1 + e⁻ˣ) for log1p", "binary_cross_entropy_with_logits", (s, x, y, v) =>
            ((LossSpec)s).Reduction == Reduction.None && x is > 12 and < 80 && y == 1 ? (float)Math.Log(1 + (double)(float)Math.Exp(-x)) * 2 : v),
        Derivative("the derivative clipped at ½", "binary_cross_entropy_with_logits", (s, x, y, g) => Math.Clamp(g, -0.5, 0.5)),
        Spec<BinaryCrossEntropyWithLogits>("bits are nats", "binary_cross_entropy_with_logits", s => s with { Base = LogBase.Nats }),
        Value("asymmetric in the sign of the logit", "binary_cross_entropy_with_logits", (s, x, y, v) => x > 0 ? v * 1.001 : v),
        Spec<KullbackLeibler>("the batch mean is the mean", "kl_div", s => s.Reduction == Reduction.BatchMean ? s with { Reduction = Reduction.Mean }
            : s),
        Spec<KullbackLeibler>("logarithms taken for probabilities", "kl_div", s => s with { LogTarget = !s.LogTarget }).After(Published.SharpLosses),
        Spec<KullbackLeibler>("bits are nats", "kl_div", s => s with { Base = LogBase.Nats }),
        Value("negated", "kl_div", (s, x, y, v) => s is KullbackLeibler ? -v : v),
        Both("a constant added", "kl_div", (s, x, y, v) => v + 0.25),
        Spec<CrossEntropy>("smoothing ignored", "cross_entropy", s => s with { LabelSmoothing = 0 }),
        Change("class weights dropped", "cross_entropy", () => new OtherArguments("weight")),
        Change("ignored rows leak", "cross_entropy", () => new IgnoredLeak()),
        Spec<CrossEntropy>("bits are nats", "cross_entropy", s => s with { Base = LogBase.Nats }),
        Value("overflow: no shift by the maximum", "cross_entropy", (s, x, y, v) => Math.Abs(x) > 88 ? double.PositiveInfinity : v),
        Derivative("the one-hot row missing from the derivative", "cross_entropy", (s, x, y, g) => g + 0.5),
        Value("shifted by the first score", "cross_entropy", (s, x, y, v) => v + x / 1024),
        Value("negated", "cross_entropy", (s, x, y, v) => -v),
        Change("labels beyond the classes counted from the start again", "cross_entropy", () =>
            new OtherIndices((all, classes) => [.. all.Select(label => label < 0 ? label : label % classes)])) with { IsCareless = true },
        Change("ignored rows leak", "nll_loss", () => new IgnoredLeak()),
        Change("class weights dropped", "nll_loss", () => new OtherArguments("weight")),
        Value("the sign missing", "nll_loss", (s, x, y, v) => -v),
        Spec<MultiMargin>("the power is 1 always", "multi_margin_loss", s => s with { P = 1 }),
        Spec<MultiMargin>("not divided by C", "multi_margin_loss", s => s with { PerClass = false }),
        Value("shifted by the first score", "multi_margin_loss", (s, x, y, v) => v + x / 1024),
        Change("class weights dropped", "multi_margin_loss", () => new OtherArguments("weight")),
        Derivative("derivative 1 at 0", "relu", (s, x, y, g) => x == 0 ? 1 : g),
        Value("6 at most", "relu", (s, x, y, v) => Math.Min(v, 2)),
        Spec<LeakyReLU>("the derivative is 0.01 always", "leaky_relu", s => s with { NegativeSlope = 0.01 }),
        Value("a dip on the left", "leaky_relu", (s, x, y, v) => x < -1 ? -v : v),
        Value("the positive side scaled", "prelu", (s, x, y, v) => x > 0 ? v * 1.5 : v),
        Value("a polynomial near 0", "tanh", (s, x, y, v) => x is > 0 and < 0.5 ? x - x * x * x / 3 : v),
        Value("beyond 1", "tanh", (s, x, y, v) => v * 1.25),
        Value("a dip", "tanh", (s, x, y, v) => x > 1 ? v - 0.5 : v),
        Value("hard", "sigmoid", (s, x, y, v) => Math.Clamp(x / 6 + 0.5, 0, 1)),
        Derivative("σ for σ′", "sigmoid", (s, x, y, g) => Math.Abs(g) > 0 ? g * 2 : g),
        Value("beyond 1 on the right", "sigmoid", (s, x, y, v) => x > 0 ? v * 1.25 : v * 0.9),
        Value("a dip", "sigmoid", (s, x, y, v) => x > 1 ? v - 0.25 : v),
        Spec<Softplus>("β is 1 always", "softplus", s => s with { Beta = 1 }),
        Spec<Softplus>("the threshold is 1 always", "softplus", s => s with { Threshold = 1 }),
        Derivative("the derivative of the positive part", "softplus", (s, x, y, g) => x > 0 ? 1 : 0),
        Value("a dip", "softplus", (s, x, y, v) => x > 0.5 ? v - 0.5 : v),
        Spec<Gelu>("the forms swapped", "gelu", s => new Gelu(s.Approximate == GeluForm.None ? GeluForm.Tanh : GeluForm.None)),
        Value("a quadratic bump", "gelu", (s, x, y, v) => x > 0 ? v * 1.01 : v),
        Value("not normalised", "softmax", (s, x, y, v) => v * 1.25),
        Value("shifted by the first score", "softmax", (s, x, y, v) => v + x / 1024),
        Derivative("derivatives weighed by the scores", "softmax", (s, x, y, g) => g * (1 + x / 16)),
        Derivative("the derivative against ones", "softmax", (s, x, y, g) => g + 0.25),
        Value("shifted by the first score", "log_softmax", (s, x, y, v) => v + x / 1024),
        Value("the sign missing", "log_softmax", (s, x, y, v) => -v),
        Value("negated", "identity", (s, x, y, v) => -v),
        .. new[] { "huber_loss", "sigmoid" }.SelectMany(op => new[]
        {
            Slip("writes into its input", op, Careless.Way.WritesInput),
            Slip("gives another value every second time", op, Careless.Way.Drifts),
            Slip("misreads strided memory", op, Careless.Way.ReadsStrides),
            Slip("another value where no gradient is wanted", op, Careless.Way.ValueDiffers),
            Slip("refuses in words of its own", op, Careless.Way.AcceptsAll),
            Slip("another value for a single element", op, Careless.Way.DependsOnLength),
            Slip("refuses everything", op, Careless.Way.Refuses),
            Change("the cotangent dropped", op, () => new OtherArguments("cotangent")),
        }),
    ];
}

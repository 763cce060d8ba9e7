using System.Collections.Immutable;
using ParityNet.Losses;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes that other systems made in earnest, beside those that stand with their op.</summary>
static class PlantedHistory
{
    static PlantedError Value(string name, string op, Func<FunctionSpec, double, double, double, double> value) =>
        new(name, op, right => new OtherFunction(right, op, new Elements(value: value)));

    /// <summary>Those about ops that the catalogue has.</summary>
    public static ImmutableArray<PlantedError> All { get; } = [.. Others.Where(planted => Catalog.All.Any(op => op.Names.Contains(planted.Op)))];

    static IEnumerable<PlantedError> Others =>
    [
        AdamVariant.Of("multiplied by the bias corrections instead of divided", (s, x, p) =>
            p with { Correction1 = 1 / p.Correction1, Correction2 = 1 / p.Correction2 }).After("convnetjs#107"),
        new PlantedError("no decay where none is asked for", "adamw", right =>
            new OtherSpec(right, spec => spec is AdamW s && s.WeightDecay == new AdamW().WeightDecay ? s with { WeightDecay = 0 } : spec))
            .After(Published.SharpOptimizer("AdamW")),
        new PlantedError("the rate rounded to float", "adagrad", right => new OtherRule(right, (spec, x) =>
        {
            var s = (Adagrad)spec;
            double g = (s.Maximize ? -x.G : x.G) + s.WeightDecay * x.P, sum = x["sum"] + g * g;
            return (x with { P = x.P - (float)(x.Rate / (1 + (x.T - 1) * s.LearningRateDecay)) * (g / (Math.Sqrt(sum) + s.Epsilon)) }).Set("sum",
                sum);
        })).After(Published.TorchOptimizer("adagrad")),
        new PlantedError("smoothing adds 1/C instead of ε/C", "cross_entropy", right =>
            new Blend(right, spec => spec is CrossEntropy { LabelSmoothing: > 0 and < 1 } s
            ? [(1 - s.LabelSmoothing, s with { LabelSmoothing = 0 }), (1, s with { LabelSmoothing = 1 })]
            : null)).After("ConvE#55"),
        Value("log1p of less than ε is 0", "softplus", (s, x, y, v) => x < -17 && v < 1e-7 ? 0 : v).After("dotnet/runtime#127508"),
        Value("the logarithm of a sigmoid that is 0", "logsigmoid", (s, x, y, v) => x < -104 ? double.NegativeInfinity : v).After("pytorch#1835"),
        Value("the logarithm of a sigmoid, held at −100", "multilabel_soft_margin_loss", (s, x, y, v) => Math.Min(v, 100)).After("pytorch#9141"),
        Value("an exponential that overflows", "soft_margin_loss", (s, x, y, v) => x * y < -89 || v > 89 ? double.PositiveInfinity : v)
            .After("pytorch#77529"),
        Value("log1p beyond 10³⁸ is infinite", "softplus", (s, x, y, v) => x is > 88 and < 89 ? double.PositiveInfinity : v).After("sleef#473"),
        Value("the exponential of −88.7, as of −709.5, is −∞", "sigmoid", (s, x, y, v) => x is > -709.6 and < -709.4 or > -88.75 and < -88.65
            ? double.NegativeInfinity : v).After("dotnet/runtime#107838"),
    ];
}

using System.Collections.Immutable;
using ParityNet.Losses;
using static ParityNet.Parity.Planted.PlantedFunctions;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in losses of rows.</summary>
static class PlantedRowLosses
{
    static readonly DefinitionBackend Right = new();

    static PlantedError Indices(string name, string op, Func<long[], int, long[]> read) => Change(name, op, () => new OtherIndices(read));

    static PlantedError DerivativeOf(string name, string op, Func<LossSpec, LossSpec> other) =>
        Change(name, op, () => new OtherDerivative(Right, other));

    static long[] Rows(long[] indices, int classes, Func<long[], IEnumerable<long>> row) => [.. indices.Chunk(classes).SelectMany(row)];

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Indices("integers counted from 1", "multilabel_soft_margin_loss", (read, _) => [.. read.Select(y => y - 1)]),
        Indices("classes after the end count", "multilabel_margin_loss",
            (all, c) => Rows(all, c, row => row.OrderBy(label => label < 0))),
        Indices("a class listed twice counts once", "multilabel_margin_loss",
            (all, c) => Rows(all, c, row => MultilabelMargin.Listed(row).ToArray().Distinct().Concat(Enumerable.Repeat(-1L, c)).Take(c))),
        Change("not divided by C", "multilabel_margin_loss", () => new TimesClasses()),
        Derivative("the derivative of the kink", "multilabel_margin_loss", (s, x, y, g) => g == 0 ? 0.25 : g),
        Value("shifted by the first score", "multilabel_margin_loss", (s, x, y, v) => v + x / 1024),
        Change("the sum over classes", "multilabel_soft_margin_loss", () => new TimesClasses()),
        Change("the weight dropped", "multilabel_soft_margin_loss", () => new OtherArguments("weight")),
        Value("overflow of the power", "multilabel_soft_margin_loss", (s, x, y, v) => Math.Abs(x) > 88 ? double.PositiveInfinity : v),
        Derivative("the sigmoid alone", "multilabel_soft_margin_loss", (s, x, y, g) => g + y),
        Value("no margin", "categorical_hinge", (s, x, y, v) => Math.Max(0, v - 1)),
        Both("not cut off at 0", "categorical_hinge", (s, x, y, v) => v == 0 ? -1 : v),
        Derivative("the derivative of the wrong class missing", "categorical_hinge", (s, x, y, g) => Math.Min(g, 0)),
        Spec<CategoricalFocalCrossEntropy>("γ is 2 always", "categorical_focal_crossentropy", s => s with { Gamma = 2 }),
        Spec<CategoricalFocalCrossEntropy>("α is 1 always", "categorical_focal_crossentropy", s => s with { Alpha = 1 }),
        Spec<CategoricalFocalCrossEntropy>("γ with the wrong sign", "categorical_focal_crossentropy", s => s with { Gamma = 1 / (1 + s.Gamma) }),
        DerivativeOf("the weight taken for a constant", "categorical_focal_crossentropy", s => ((CategoricalFocalCrossEntropy)s) with { Gamma = 0 }),
        Value("shifted by the first score", "categorical_focal_crossentropy", (s, x, y, v) => v + x / 1024),
        Change("targets counted twice", "categorical_focal_crossentropy", () => new ScaledArgument("target")),
        Spec<PolyCrossEntropy>("ε is 2 always", "poly_loss_cross_entropy", s => s with { Epsilon = 2 }),
        Spec<PolyCrossEntropy>("ε with the wrong sign", "poly_loss_cross_entropy", s => s with { Epsilon = -s.Epsilon }),
        DerivativeOf("the derivative of cross-entropy", "poly_loss_cross_entropy", s => ((PolyCrossEntropy)s) with { Epsilon = 0 }),
        Indices("labels counted from 1", "poly_loss_cross_entropy", (all, c) => [.. all.Select(label => (label + 1) % c)]),
        Change("targets counted twice", "poly_loss_cross_entropy", () => new ScaledArgument("target")),
        Spec<GeneralizedCrossEntropy>("q is ½ always", "categorical_generalized_cross_entropy", s => s with { Q = 0.5 }),
        Value("not divided by q", "categorical_generalized_cross_entropy", (s, x, y, v) => v * ((GeneralizedCrossEntropy)s).Q),
        DerivativeOf("the derivative of q = 1", "categorical_generalized_cross_entropy", s => ((GeneralizedCrossEntropy)s) with { Q = 1 }),
        Change("targets counted twice", "categorical_generalized_cross_entropy", () => new ScaledArgument("target")),
        Value("the half missing", "multiclass_sparsemax_loss", (s, x, y, v) => v * 2),
        Value("negated", "multiclass_sparsemax_loss", (s, x, y, v) => -v),
        DerivativeOf("softmax for sparsemax", "multiclass_sparsemax_loss", s => new PolyCrossEntropy(0, s.Reduction)),
        Indices("labels counted from 1", "multiclass_sparsemax_loss", (all, c) => [.. all.Select(label => (label + 1) % c)]),
        Spec<JensenShannon>("bits are nats", "jensen_shannon_divergence", s => s with { Base = LogBase.Nats }),
        Value("the halves missing", "jensen_shannon_divergence", (s, x, y, v) => v * 2),
        Value("the mean taken for the target", "jensen_shannon_divergence", (s, x, y, v) => v + (x - y) / 16),
        Derivative("the derivative of the divergence from the target", "jensen_shannon_divergence", (s, x, y, g) => g * 2 + 0.5),
        Spec<Dice>("the smoothing is 1 always", "dice_loss", s => s with { Smooth = 1 }),
        Value("what is shared counted once", "dice_loss", (s, x, y, v) => (1 + v) / 2),
        Value("not symmetric", "dice_loss", (s, x, y, v) => v + (x - y) / 16),
        Derivative("the derivative of the sum below missing", "dice_loss", (s, x, y, g) => g - 0.125),
        Spec<Tversky>("the prices exchanged", "tversky", s => s with { Alpha = s.Beta, Beta = s.Alpha }),
        Spec<Tversky>("the prices a half always", "tversky", s => s with { Alpha = 0.5, Beta = 0.5 }),
        Spec<Tversky>("both prices 1", "tversky", s => s with { Alpha = 1, Beta = 1 }),
        Spec<Tversky>("the smoothing halved", "tversky", s => s with { Smooth = s.Smooth / 2 }),
        Value("not the same with all exchanged", "tversky", (s, x, y, v) => v + (x - y) / 16),
        Value("more than all", "tversky", (s, x, y, v) => v * 2 + 0.25),
    ];
}

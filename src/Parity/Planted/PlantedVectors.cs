using System.Collections.Immutable;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in losses of several arguments, those that other systems made among them.</summary>
static class PlantedVectors
{
    const string Gaussian = "gaussian_nll_loss", Ranking = "margin_ranking_loss", Embedding = "cosine_embedding_loss",
        Triplet = "triplet_margin_loss", WithDistance = "triplet_margin_with_distance_loss", Distances = "triplet_distance_loss";

    static PlantedError Spec<TSpec>(string name, string op, Func<TSpec, OpSpec> change) where TSpec : OpSpec =>
        new(name, op, right => new OtherSpec(right, spec => spec is TSpec its ? change(its) : spec));

    static PlantedError Value(string name, string op, Func<FunctionSpec, Func<string, double>, double, double> map) =>
        new(name, op, right => new OtherFunction(right, op, new AtOperands(null, map)));

    static PlantedError Derivative(string name, string op, string operand, Func<FunctionSpec, Func<string, double>, double, double> map) =>
        new(name, op, right => new OtherFunction(right, op, new AtOperands(operand, map)));

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Derivative("no derivative by the variance: T-L2a", Gaussian, "var", (s, at, g) => 0).After(Published.SharpLosses),
        Derivative("no derivative by a variance that is clamped", Gaussian, "var", (s, at, g) =>
            at("var") < ((GaussianNegativeLogLikelihood)s).Epsilon ? 0 : g),
        Derivative("the derivative by the variance without its half", Gaussian, "var", (s, at, g) => 2 * g),
        Derivative("the derivative by the target of the wrong sign", Gaussian, "target", (s, at, g) => -g),
        Spec<GaussianNegativeLogLikelihood>("the mean without 1/N", Gaussian, s => s.Reduction == Reduction.Mean
            ? s with { Reduction = Reduction.Sum } : s),
        Spec<GaussianNegativeLogLikelihood>("the constant dropped", Gaussian, s => s with { Full = false }),
        Spec<GaussianNegativeLogLikelihood>("the constant always there", Gaussian, s => s with { Full = true }),
        Spec<GaussianNegativeLogLikelihood>("the variance not clamped", Gaussian, s => s with { Epsilon = 1e-30 }),
        Spec<GaussianNegativeLogLikelihood>("ε is 10⁻⁸ always", Gaussian, s => s with { Epsilon = 1e-8 }),
        Value("the deviation for the variance", Gaussian, (s, at, v) => v + Math.Log(Math.Max(at("var"), 1e-6)) / 2),
        Spec<ConnectionistTemporalClassification>("an infinite loss counts as 0 always", "ctc_loss", s => s with { ZeroInfinity = true }),
        Spec<ConnectionistTemporalClassification>("the mean of sums", "ctc_loss", s => s.Reduction == Reduction.Mean
            ? s with { Reduction = Reduction.Sum } : s),
        Derivative("the derivative by the log-probabilities alone", "ctc_loss", "log_probs", (s, at, g) => g - Math.Exp(at("log_probs"))),
        Derivative("no derivative by the class weights", "cross_entropy", "weight", (s, at, g) => 0),
        Derivative("no derivative at the kink", Ranking, "input1", (s, at, g) => at("input1") == at("input2") && ((MarginRanking)s).Margin == 0 ? 0
            : g),
        Derivative("both scores pushed the same way", Ranking, "input2", (s, at, g) => -g),
        Derivative("no derivative by the target", Ranking, "target", (s, at, g) => 0),
        Spec<MarginRanking>("no margin", Ranking, s => s with { Margin = 0 }),
        Value("the first score alone", Ranking, (s, at, v) => v == 0 ? v : v - at("target") * at("input2")),
        Spec<CosineEmbedding>("no margin", Embedding, s => s with { Margin = 0 }),
        Spec<CosineEmbedding>("the margin of the wrong sign", Embedding, s => s with { Margin = -s.Margin }),
        Derivative("no derivative by the second vector", Embedding, "input2", (s, at, g) => 0),
        Derivative("the length of the vector forgotten in the derivative", Embedding, "input1", (s, at, g) => g + at("input1")),
        Value("no ε beside a zero vector", Embedding, (s, at, v) => at("input1") == 0 ? double.NaN : v),
        Value("a product that is not symmetric", Embedding, (s, at, v) => v + at("input1") / 64),
        Derivative("no derivative at the margin", Embedding, "input1", (s, at, g) => at("target") < 0 && at("input1") * at("input2") == 0 ? 0 : g),
        Derivative("equal distances both count whole", Triplet, "anchor", (s, at, g) => ((TripletMargin)s).Swap && at("anchor") == at("positive")
            ? 2 * g : g),
        Spec<TripletMargin>("no ε", Triplet, s => s with { Epsilon = 0 }),
        Spec<TripletMargin>("p is 2 always", Triplet, s => s with { P = 2 }),
        Spec<TripletMargin>("p is at least 1", Triplet, s => s.P is > 0 and < 1 ? s with { P = 1 } : s),
        Spec<TripletMargin>("infinity is a large power", Triplet, s => double.IsInfinity(s.P) ? s with { P = 64 } : s),
        Spec<TripletMargin>("sizes added up where differences are counted", Triplet, s => s.P == 0 ? s with { P = 1 } : s),
        Spec<TripletMargin>("swap forgotten", Triplet, s => s with { Swap = false }),
        Spec<TripletMargin>("always swapped", Triplet, s => s with { Swap = true }),
        Spec<TripletMargin>("the margin is 1 always", Triplet, s => s with { Margin = 1 }),
        Derivative("the negative pulled to the anchor", Triplet, "negative", (s, at, g) => -g),
        Derivative("no derivative by the positive", Triplet, "positive", (s, at, g) => 0),
        Value("the anchor's own size added", Triplet, (s, at, v) => v + at("anchor") / 64),
        Spec<TripletMarginWithDistance>("the distance is Euclidean always", WithDistance, s => s with { DistanceFunction = Distance.Euclidean }),
        Spec<TripletMarginWithDistance>("squares where the root is wanted", WithDistance, s => s.DistanceFunction == Distance.Euclidean
            ? s with { DistanceFunction = Distance.SquaredEuclidean } : s),
        Spec<TripletMarginWithDistance>("swap forgotten", WithDistance, s => s with { Swap = false }),
        Derivative("a distance that is not there shares the derivative", Distances, "negative_distance", (s, at, g) => g / 2),
        Derivative("equal distances both count whole", Distances, "swap_distance", (s, at, g) => at("swap_distance") == at("negative_distance")
            ? 2 * g : g),
        Derivative("no derivative at the kink", Distances, "positive_distance", (s, at, g) =>
            at("positive_distance") - at("negative_distance") + ((TripletDistances)s).Margin == 0 ? 0 : g),
        Value("the larger distance", Distances, (s, at, v) => v + Math.Max(0, at("swap_distance") - at("negative_distance"))),
    ];
}

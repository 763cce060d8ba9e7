using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>Where libtorch gives NaN for a number, or a number for NaN, because of what is infinite on the way.</summary>
static class InfiniteDifferences
{
    const string Derivatives = "https://github.com/pytorch/pytorch/blob/v1.13.1/tools/autograd/derivatives.yaml";

    const string Distance = "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/Distance.cpp";

    const string Embedding = "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/Loss.cpp";

    public static ImmutableArray<KnownDifference> All { get; } =
    [
        Of("triplet_margin_loss", "the powers of a distance", Distance, """PIN_triplet_margin_loss"""),
        Of("triplet_margin_with_distance_loss", "the squares and doubled differences of a distance", Derivatives, """PIN_triplet_margin_with_distance_loss"""),
        Of("cosine_embedding_loss", "the squares of a length", Embedding, """PIN_cosine_embedding_loss"""),
        Of("kl_div", "the product of cotangent and eʸ(y − x)", Embedding, """PIN_kl_div"""),
        Of("categorical_focal_crossentropy", "the product of cotangent, power and logarithm", Derivatives, """PIN_categorical_focal_crossentropy"""),
        Of("poly_loss_cross_entropy", "the product of cotangent and target", Derivatives, """PIN_poly_loss_cross_entropy"""),
        Of("sigmoid_focal_loss", "the product of cotangent, cross-entropy and power", Derivatives, """PIN_sigmoid_focal_loss"""),
        new("pos-weight-of-infinite-target", "binary_cross_entropy_with_logits", "torch",
            "gradients where pos_weight is given and a target is infinite",
            "libtorch computes (q·y + 1 − y)·σ(x) − q·y, where ∞ − ∞ is NaN. The definition has the form (1 − y)·σ(x) − q·y·σ(−x), whose parts have one sign.",
            Derivatives,
            """{"op":"loss","dtype":"float32","name":"binary_cross_entropy_with_logits","options":{"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[1.0]},"target":{"shape":[1],"data":["Infinity"]},"pos_weight":{"shape":[1],"data":[3.0]}},"grad":["input"]}""",
            (about, at) => at.Quantity == "grads.input" && IsNaN(at.Second) && Any(about, double.IsInfinity)),
        new("power-of-minus-infinity", "categorical_generalized_cross_entropy", "torch",
            "rows whose probability of the right class is −∞",
            "libtorch takes C's pow, for which a power of −∞ is ∞ or 0 though other powers of numbers below 0 are NaN. The definition has NaN for all of them.",
            "https://en.cppreference.com/w/c/numeric/math/pow",
            """{"op":"loss","dtype":"float32","name":"categorical_generalized_cross_entropy","options":{"q":0.5,"reduction":"sum"},"inputs":{"input":{"shape":[1,2],"data":["-Infinity",0.5]},"target":{"dtype":"int64","shape":[1],"data":[0]}},"grad":["input"]}""",
            (about, at) => at.Best is double.NaN && !IsNaN(at.Second) && Any(about, double.IsInfinity)),
    ];

    // Only where the enclosure holds NaN too: some order of the same operations comes to it.
    static KnownDifference Of(string op, string what, string link, string request) => new(
        $"{op}-overflows", op, "torch",
        "NaN where an argument or the cotangent is infinite or beyond the root of the largest number",
        $"libtorch computes {what} in the element type, which overflows; then ∞ − ∞, ∞/∞ and 0·∞ are NaN. The definition's result is a number.",
        link, request, (about, at) => at.MayBeNaN && IsNaN(at.Second) && at.Best is not double.NaN && Any(about, x => Math.Abs(x) > Math.Sqrt(Pairs.Largest(about))));

    static bool IsNaN(double? number) => number is double.NaN;

    static bool Any(Case about, Func<double, bool> holds) => about switch
    {
        FunctionCase<float> single => Numbers(single).Any(holds),
        FunctionCase<double> wide => Numbers(wide).Any(holds),
        _ => false,
    };

    static IEnumerable<double> Numbers<T>(FunctionCase<T> about) where T : unmanaged, IFloatingPointIeee754<T> =>
        about.Operands.Names.Where(name => !about.Operands[name].IsIndices).SelectMany(name => about.Operands[name].Numbers.Flat().ToArray())
            .Concat(about.Cotangent is { } cotangent ? cotangent.Flat().ToArray() : []).Select(double.CreateChecked);
}

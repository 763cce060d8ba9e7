using System.Collections.Immutable;
using ParityNet.Losses;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>Known differences of elementwise losses of a prediction and a target.</summary>
static class ElementLossDifferences
{
    public static ImmutableArray<KnownDifference> All { get; } =
    [
        new("poisson-dropped-term", "poisson_nll_loss", "torch",
            "gradients with respect to the target where full is set and y ≤ 0",
            "libtorch computes Stirling's term y·ln y − y + ½·ln(2πy) for every y and masks it where "
            + "y ≤ 1, so that its backward pass multiplies 0 by a derivative that is infinite or NaN "
            + "for y ≤ 0 and gives NaN, where the definition has neither the term nor its derivative.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/Loss.cpp",
            """{"op":"loss","dtype":"float32","name":"poisson_nll_loss","options":{"full":true,"reduction":"sum"},"inputs":{"input":{"shape":""" +
                """[1],"data":[0.5]},"target":{"shape":[1],"data":[0.0]}},"grad":["target"]}""",
            (about, at) => at.Quantity == "grads.target" && double.IsNaN(at.Second ?? 0)
                && about.Spec is PoissonNegativeLogLikelihood { Full: true } && Pairs.Any(about, at, (_, y) => y <= 0)),
        new("poisson-infinite-target-of-a-rate-near-1", "poisson_nll_loss", "torch",
            "values where log_input is false, y = ±∞ and fl(x + ε) = 1",
            "libtorch rounds x + ε to 1, so that y·ln(x + ε) = ∞·0 = NaN, where the definition has ln(x + ε) ≈ ε and an infinite value.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/Loss.cpp",
            """{"op":"loss","dtype":"float32","name":"poisson_nll_loss","options":{"log_input":false,"eps":1E-08,"reduction":"none"},"inputs":""" +
                """{"input":{"shape":[1],"data":[1.0]},"target":{"shape":[1],"data":["Infinity"]}},"grad":["input"]}""",
            (about, at) => at is { Quantity: "value", MayBeNaN: true, Best: not double.NaN } && at.Second is double.NaN
                && about.Spec is PoissonNegativeLogLikelihood { LogInput: false } && Pairs.Any(about, at, (_, y) => double.IsInfinity(y))),
    ];
}

using System.Collections.Immutable;
using ParityNet.Losses;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>The disagreements about losses of a prediction and a target.</summary>
static class ElementLossDifferences
{
    public static ImmutableArray<KnownDifference> All { get; } =
    [
        new("poisson-dropped-term", "poisson_nll_loss", "torch",
            "gradients by the target where full is set and the target is at most 0",
            "libtorch computes Stirling's term for every target and drops it up to 1 by masked_fill. Its backward pass goes through the logarithm all the same, and 0 "
            + "times what is infinite or NaN there is NaN. The definition has no such term there, and no derivative of it.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/Loss.cpp",
            """{"op":"loss","dtype":"float32","name":"poisson_nll_loss","options":{"full":true,"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[0.5]},"target":{"shape":[1],"data":[0.0]}},"grad":["target"]}""",
            (about, at) => at.Quantity == "grads.target" && double.IsNaN(at.Second ?? 0)
                && about.Spec is PoissonNegativeLogLikelihood { Full: true } && Pairs.Any(about, at, (_, y) => y <= 0)),
        new("poisson-infinite-target-of-a-rate-near-1", "poisson_nll_loss", "torch",
            "infinite targets where the input is a rate x with fl(x + ε) = 1",
            "libtorch rounds x + ε to 1, whose logarithm is 0, and ∞·0 is NaN. The definition's logarithm is ε or so, and the value −∞.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/Loss.cpp",
            """{"op":"loss","dtype":"float32","name":"poisson_nll_loss","options":{"log_input":false,"eps":1E-08,"reduction":"none"},"inputs":{"input":{"shape":[1],"data":[1.0]},"target":{"shape":[1],"data":["Infinity"]}},"grad":["input"]}""",
            (about, at) => at is { Quantity: "value", MayBeNaN: true, Best: not double.NaN } && at.Second is double.NaN
                && about.Spec is PoissonNegativeLogLikelihood { LogInput: false } && Pairs.Any(about, at, (_, y) => double.IsInfinity(y))),
    ];
}

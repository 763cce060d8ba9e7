using System.Collections.Immutable;
using ParityNet.Losses;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Known;

/// <summary>The disagreements about losses of a prediction and a target.</summary>
static class ElementLossDifferences
{
    public static ImmutableArray<KnownDifference> All { get; } =
    [
        new("soft-margin-lost-digits", "soft_margin_loss", "torch",
            "values, by no more than the rounding of 1 + e^−yx",
            "libtorch takes the logarithm of the sum 1 + e^−yx, which has lost the last digits of the exponential, instead of log1p: a small loss has few correct "
            + "digits and one below the rounding unit is 0.",
            "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/Loss.cpp",
            """{"op":"loss","dtype":"float32","name":"soft_margin_loss","options":{"reduction":"none"},"inputs":{"input":{"shape":[1],"data":[10.0]},"target":{"shape":[1],"data":[1.0]}},"grad":["input"]}""",
            (about, at) => at.Quantity == "value" && Pairs.IsRoundingOfOnes(about, at)),
        new("poisson-dropped-term", "poisson_nll_loss", "torch",
            "gradients by the target where full is set and the target is at most 0",
            "libtorch computes Stirling's term for every target and drops it up to 1 by masked_fill. Its backward pass goes through the logarithm all the same, and 0 "
            + "times what is infinite or NaN there is NaN. The definition has no such term there, and no slope of it.",
            "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/Loss.cpp",
            """{"op":"loss","dtype":"float32","name":"poisson_nll_loss","options":{"full":true,"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[0.5]},"target":{"shape":[1],"data":[0.0]}},"grad":["target"]}""",
            (about, at) => at.Quantity == "grads.target" && double.IsNaN(at.Second ?? 0)
                && about.Spec is PoissonNegativeLogLikelihood { Full: true } && Pairs.Any(about, at, (_, y) => y <= 0)),
        new("log1p-of-the-largest", "mean_squared_logarithmic_error", "torch",
            "the element, or one that it sums, has an argument beyond 1e38, or 1e307 in double",
            "libtorch's vectorised log1p, of the library Sleef, returns infinity for such arguments, though their logarithm is below 710.",
            "https://github.com/shibatch/sleef/issues/473",
            """{"op":"loss","dtype":"float32","name":"mean_squared_logarithmic_error","options":{"reduction":"none"},"inputs":{"input":{"shape":[1],"data":[1.7e38]},"target":{"shape":[1],"data":[0.0]}},"grad":["input"]}""",
            (about, at) => !double.IsFinite(at.Second ?? 0) && Pairs.Any(about, at, (x, y) => IsHuge(about, x) || IsHuge(about, y))),
    ];

    static bool IsHuge(Case about, double x) => x > (about is FunctionCase<float> ? 1e38 : 1e307) && double.IsFinite(x);
}

using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>Known differences where an infinity or a division by 0 makes libtorch give NaN for a number, or a number for NaN.</summary>
static class InfiniteDifferences
{
    const string Derivatives = "https://github.com/pytorch/pytorch/blob/v2.10.0/tools/autograd/derivatives.yaml";

    const string Embedding = "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/Loss.cpp";

    const string Batch = "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/Normalization.cpp";

    const string Kernels = "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/cpu/";

    const string GroupKernel = Kernels + "group_norm_kernel.cpp";

    public static ImmutableArray<KnownDifference> All { get; } =
    [
        new("no-terms-over-no-variance", "gaussian_nll_loss", "torch",
            "gradients with respect to var where var = 0, eps rounds to 0 and the input has no elements",
            "libtorch sums the cotangents of ln v, of which there are none, and divides by v, "
            + "so that 0/0 = NaN, where the definition's empty sum is 0.",
            Embedding,
            """{"op":"loss","dtype":"float64","name":"gaussian_nll_loss","options":{"eps":0.0,"reduction":"sum"},"inputs":{"input":{"shape":""" +
                """[1,0],"data":[]},"target":{"shape":[1,0],"data":[]},"var":{"shape":[1,1],"data":[0.0]}},"grad":["var"]}""",
            (about, at) => at is { Quantity: "grads.var", Best: 0 } && IsNaN(at.Second)
                && about.Spec is GaussianNegativeLogLikelihood spec && HasNone(about, spec.Epsilon)
                && Inputs(about) == 0 && Any(about, x => x == 0)),
        new("derivatives-of-a-sure-class", "categorical_focal_crossentropy", "torch",
            "gradients with respect to the logits where 0 < γ < 1 and fl(p) = 1",
            "libtorch's ln p rounds to 0, so that (1 − p)^(γ−1)·ln p = ∞·0 = NaN, where the definition's product tends to 0 as p → 1.",
            Derivatives,
            """{"op":"loss","dtype":"float32","name":"categorical_focal_crossentropy","options":{"gamma":0.5,"reduction":"sum"},"inputs":""" +
                """{"input":{"shape":[2],"data":[0.0,-25.0]},"target":{"dtype":"int64","shape":[1],"data":[0]}},"grad":["input"]}""",
            (about, at) =>
                about.Spec is CategoricalFocalCrossEntropy { Gamma: > 0 and < 1 } && at is { Quantity: "grads.input", MayBeNaN: true }
                && IsNaN(at.Second)),
        new("constant-channel-without-eps", "batch_norm", "torch",
            "training where eps rounds to 0, in channels whose variance is 0 or underflows to 0",
            "In training libtorch takes 0 for 1/√0, so that the value is the bias, where the definition has 0/0 = NaN.",
            Batch,
            """{"op":"layer","dtype":"float64","name":"batch_norm","options":{"training":true,"eps":0.0},"inputs":{"input":{"shape":[2,1],"data":""" +
                """[0.0,0.0]}},"grad":["input"]}""",
            (about, at) =>
                about.Spec is BatchNorm { Training: true } spec && HasNone(about, spec.Epsilon) && !IsNaN(at.Second)
                && (at.Best is double.NaN || Any(about, x => IsTiny(about, x)))),
        Vanishing("vanishing-variance-without-eps", "layer_norm", "rows", "layer_norm_kernel.cpp",
            """{"op":"layer","dtype":"float32","name":"layer_norm","options":{"normalized_shape":[4],"eps":0.0},"inputs":{"input":{"shape":""" +
                """[4],"data":[0.0,0.0,0.0,-1.063934E-24]},"weight":{"shape":[4],"data":[0.0,0.0,0.0,0.0]}},"grad":["weight"]}""",
            about => about.Spec is LayerNorm spec && HasNone(about, spec.Epsilon)),
        Vanishing("vanishing-variance-of-a-group", "group_norm", "groups", "group_norm_kernel.cpp",
            """{"op":"layer","dtype":"float32","name":"group_norm","options":{"num_groups":1,"eps":0.0},"inputs":{"input":{"shape":[1,2],"data":""" +
                """[0.50000006,0.5000001]}},"grad":["input"]}""",
            about => about.Spec is GroupNorm spec && HasNone(about, spec.Epsilon)),
        new("vanishing-mean-square-without-eps", "rms_norm", "torch",
            "eps rounds to 0, in rows whose mean square may round to 0",
            "libtorch's mean square rounds to 0 and 0·1/√0 = 0·∞ = NaN, where the "
            + "definition's mean square is positive, in an enclosure that contains 0.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/layer_norm.cpp",
            """{"op":"layer","dtype":"float32","name":"rms_norm","options":{"normalized_shape":[2],"eps":0.0},"inputs":{"input":{"shape":""" +
                """[2],"data":[0.0,1E-25]}},"grad":["input"]}""",
            (about, at) => about.Spec is RmsNorm { Epsilon: { } epsilon } && HasNone(about, epsilon) && at.MayBeNaN && IsNaN(at.Second)
                && at.Best is not double.NaN),
        new("no-variance-without-eps", "group_norm", "torch",
            "gradients with respect to the weight where eps rounds to 0, in groups whose variance is 0",
            "libtorch computes (Σ g·x − μ·Σ g)·∞, whose first factor is what rounding leaves of 0, where the definition has 0/0 = NaN.",
            GroupKernel,
            """{"op":"layer","dtype":"float64","name":"group_norm","options":{"num_groups":1,"eps":0.0},"inputs":{"input":{"shape":[2,1],"data":""" +
                """[-1.4598237538123273,-3.4021223907724885]},"weight":{"shape":[1],"data":[1.9740215888719677]}},"grad":["weight"],"cotangent":""" +
                """{"shape":[2,1],"data":[-2.278011013630139,3.7082070841897785]}}""",
            (about, at) => about.Spec is GroupNorm spec && HasNone(about, spec.Epsilon)
                && at is { Quantity: "grads.weight", Best: double.NaN, Second: { } second }
                && double.IsInfinity(second))
        {
            Seen = Sighting.OnVectors,
        },
        Scaled("infinite-scale-of-a-channel", "batch_norm",
            "channels where weight = ±∞, or where running_var = 0 and eps rounds to 0 in evaluation", Batch,
            """{"op":"layer","dtype":"float32","name":"batch_norm","options":{"training":false,"eps":0.0},"inputs":{"input":{"shape":""" +
                """[1,1],"data":[0.0]},"running_mean":{"shape":[1],"data":[1.0]},"running_var":{"shape":[1],"data":[0.0]}},"grad":["input"]}""",
            about => Any(about, double.IsInfinity)
                || (about.Spec is BatchNorm { Training: false } spec && HasNone(about, spec.Epsilon) && Any(about, x => x == 0))),
        Scaled("infinite-scale-in-a-group", "group_norm", "channels where weight = ±∞", GroupKernel,
            """{"op":"layer","dtype":"float32","name":"group_norm","options":{"num_groups":1},"inputs":{"input":{"shape":[1,2],"data":""" +
                """[1.0,3.0]},"weight":{"shape":[2],"data":["-Infinity",1.0]}},"grad":["input"]}""",
            about => Any(about, double.IsInfinity)),
        new("infinite-weight-comes-last", "batch_norm", "torch",
            "gradients with respect to the input where weight = ±∞",
            "libtorch multiplies by the weight after it has summed, where the definition multiplies by it first and 0·∞ = NaN.",
            Batch,
            """{"op":"layer","dtype":"float64","name":"batch_norm","options":{"training":true,"eps":0.001},"inputs":{"input":{"shape":""" +
                """[2,1,1],"data":[0.0,0.0]},"weight":{"shape":[1],"data":["-Infinity"]}},"grad":["input"],"cotangent":{"shape":[2,1,1],"data":""" +
                    """[0.0,1.0]}}""",
            (about, at) => at.Quantity == "grads.input" && at.Best is double.NaN && !IsNaN(at.Second) && Any(about, double.IsInfinity)),
        new("pos-weight-of-infinite-target", "binary_cross_entropy_with_logits", "torch",
            "gradients with respect to the input where pos_weight is given and y = ±∞",
            "libtorch computes (q·y + 1 − y)·σ(x) − q·y = ∞ − ∞ = NaN; the definition "
            + "computes (1 − y)·σ(x) − q·y·σ(−x), whose terms have the same sign.",
            Derivatives,
            """{"op":"loss","dtype":"float32","name":"binary_cross_entropy_with_logits","options":{"reduction":"sum"},"inputs":{"input":{"shape":""" +
                """[1],"data":[1.0]},"target":{"shape":[1],"data":["Infinity"]},"pos_weight":{"shape":[1],"data":[3.0]}},"grad":["input"]}""",
            (about, at) => at.Quantity == "grads.input" && IsNaN(at.Second) && Any(about, double.IsInfinity)),
        new("infinite-target", "poly_loss_cross_entropy", "torch",
            "gradients where y = ±∞",
            "libtorch multiplies the cotangent by the infinite target and by a "
            + "probability of 0, and ∞·0 = NaN, where the definition gives a number.",
            Derivatives,
            """{"op":"loss","dtype":"float64","name":"poly_loss_cross_entropy","options":{"epsilon":0.5,"reduction":"sum"},"inputs":{"input":""" +
                """{"shape":[2],"data":[1.0,1.7976931348623155E+308]},"target":{"shape":[2],"data":["Infinity",3E-13]}},"grad":["input"]}""",
            (about, at) => at.MayBeNaN && IsNaN(at.Second) && at.Best is not double.NaN && Any(about, double.IsInfinity)),
        new("zeroed-overflow", "ctc_loss", "torch",
            "gradients with zero_infinity where log p = NaN or −∞ and the loss exceeds the largest finite number",
            "libtorch zeroes the gradients of a loss that overflows the type; the definition's loss is finite and its gradient NaN.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/LossCTC.cpp",
            """{"op":"loss","dtype":"float32","name":"ctc_loss","options":{"zero_infinity":true,"reduction":"none"},"inputs":""" +
                """{"log_probs":{"shape":[3,2],"data":[-0.5,0.0,-3.4028235E+38,"NaN",-3.4028235E+38,0.0]},"targets":{"dtype":"int64",""" +
                """ "shape":[1,1],"data":[1]},"input_lengths":{"dtype":"int64","shape":[1],"data":[3]},"target_lengths":""" +
                """{"dtype":"int64","shape":[1],"data":[0]}},"grad":["log_probs"]}""",
            (about, at) => about.Spec is ConnectionistTemporalClassification { ZeroInfinity: true }
                && at is { Quantity: "grads.log_probs", Second: 0, Best: double.NaN }),
        new("cotangent-of-zero", "kl_div", "torch",
            "gradients with respect to the target where target < 0 and the cotangent = 0",
            "libtorch's derivative of xlogy is xlogy(cotangent, target), which is 0 for a cotangent of 0, where 0·log(target) = NaN.",
            Derivatives,
            """{"op":"loss","dtype":"float64","name":"kl_div","inputs":{"input":{"shape":[1],"data":[0.0]},"target":{"shape":[1],"data":""" +
                """[-0.5]}},"grad":["target"],"cotangent":{"shape":[1],"data":[0.0]}}""",
            (about, at) => at is { Quantity: "grads.target", Second: 0, Best: double.NaN }),
        new("log-probabilities-at-the-end", "ctc_loss", "torch",
            "gradients where 2·Σ |log p| exceeds the largest finite number",
            "libtorch's loss, or its sum of the forward and backward log-probabilities, "
            + "overflows, and −∞ + ∞ = NaN, where the definition gives a number.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/LossCTC.cpp",
            """{"op":"loss","dtype":"float32","name":"ctc_loss","options":{"reduction":"sum"},"inputs":{"log_probs":{"shape":[3,1,2],"data":""" +
                """[-3.4028235E+38,0.5,-1.0,0.5,-3.4028235E+38,0.5]},"targets":{"dtype":"int64","shape":[1,0],"data":[]},"input_lengths":""" +
                    """{"dtype":"int64","shape":[1],"data":[3]},"target_lengths":{"dtype":"int64","shape":[1],"data":[0]}},"grad":["log_probs"]}""",
            (about, at) =>
                at is { Quantity: "grads.log_probs", MayBeNaN: true } && IsNaN(at.Second) && 2 * Sizes(about).Sum() > Pairs.Largest(about)),
        new("infinite-target-without-focus", "sigmoid_focal_loss", "torch",
            "gradients with respect to the input where y = ±∞ and γ = 0",
            "libtorch raises p·y + (1 − p)(1 − y) = ∞ − ∞ = NaN to the power 0 and gets 1, but its backward pass multiplies "
            + "0 by the infinite target and gives NaN, where the definition's power is the constant 1 with the derivative 0.",
            Derivatives,
            """{"op":"loss","dtype":"float32","name":"sigmoid_focal_loss","options":{"alpha":-1.0,"gamma":0.0,"reduction":"none"},"inputs":""" +
                """{"input":{"shape":[1],"data":[0.5]},"target":{"shape":[1],"data":["Infinity"]}},"grad":["input"]}""",
            (about, at) =>
                about.Spec is SigmoidFocal { Gamma: 0 } && at.Quantity == "grads.input" && IsNaN(at.Second) && at.Best is not double.NaN
                && Any(about, double.IsInfinity)),
        new("power-of-minus-infinity", "categorical_generalized_cross_entropy", "torch",
            "rows where the probability of the target class is −∞",
            "libtorch uses C's pow, which gives ∞ or 0 for a power of −∞ and NaN for "
            + "other negative bases, where the definition gives NaN for all of them.",
            "https://en.cppreference.com/w/c/numeric/math/pow",
            """{"op":"loss","dtype":"float32","name":"categorical_generalized_cross_entropy","options":{"q":0.7,"reduction":"sum"},"inputs":""" +
                """{"input":{"shape":[1,2],"data":["-Infinity",0.5]},"target":{"dtype":"int64","shape":[1],"data":[0]}},"grad":["input"]}""",
            (about, at) => at.Best is double.NaN && !IsNaN(at.Second) && Any(about, double.IsInfinity)),
    ];

    // Rows and groups of libtorch share their moments.
    static KnownDifference Vanishing(string id, string op, string together, string kernel, string request, Func<Case, bool> isCovered) => new(
        id, op, "torch",
        $"eps rounds to 0, in {together} whose variance may round to 0",
        "libtorch's variance rounds to 0 and 0·1/√0 = 0·∞ = NaN, where the "
        + "definition's variance is positive, in an enclosure that contains 0.",
        Kernels + kernel, request,
        (about, at) => isCovered(about) && at.MayBeNaN && IsNaN(at.Second) && at.Best is not double.NaN);

    static KnownDifference Scaled(string id, string op, string condition, string link, string request, Func<Case, bool> isInfinite) => new(
        id, op, "torch", condition,
        "libtorch computes x·s + (b − μ·s) with s = w/√(σ² + ε) = ±∞, where "
        + "0·∞ and ∞ − ∞ are NaN; the definition computes (x − μ)·s + b.",
        link, request,
        (about, at) => at.MayBeNaN && IsNaN(at.Second) && at.Best is not double.NaN && isInfinite(about));

    // An ε that the element type rounds to 0 is none to libtorch.
    static bool HasNone(Case about, double epsilon) => about is Case<float> ? (float)epsilon == 0 : epsilon == 0;

    static bool IsTiny(Case about, double x) => x != 0 && Math.Abs(x) < Math.Sqrt(Pairs.Smallest(about));

    static nint Inputs(Case about) => about switch
    {
        FunctionCase<float> single => single.Operands.Input.FlattenedLength,
        FunctionCase<double> wide => wide.Operands.Input.FlattenedLength,
        _ => 0,
    };

    static IEnumerable<double> Sizes(Case about) => (about switch
    {
        FunctionCase<float> single => Numbers(single),
        FunctionCase<double> wide => Numbers(wide),
        _ => [],
    }).Where(double.IsFinite).Select(Math.Abs);

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

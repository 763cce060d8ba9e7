using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Known;

/// <summary>Where libtorch gives NaN for a number, or a number for NaN, because of what is infinite on the way.</summary>
static class InfiniteDifferences
{
    const string Derivatives = "https://github.com/pytorch/pytorch/blob/v1.13.1/tools/autograd/derivatives.yaml";

    const string Distance = "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/Distance.cpp";

    const string Embedding = "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/Loss.cpp";

    const string Alignments = "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/LossCTC.cpp";

    const string Margins = "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/LossMultiMargin.cpp";

    const string Sums = "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/Linear.cpp";

    const string Normal = "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/cpu/layer_norm_kernel.cpp";

    const string Batch = "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/Normalization.cpp";

    public static ImmutableArray<KnownDifference> All { get; } =
    [
        Of("triplet_margin_loss", "the powers of a distance", Distance,
            """{"op":"loss","dtype":"float32","name":"triplet_margin_loss","options":{"margin":0.1,"p":3.0,"reduction":"sum"},"inputs":{"anchor":{"shape":[1,1],"data":[-7.8125E+12]},"negative":{"shape":[1,1],"data":[0.0]},"positive":{"shape":[1,1],"data":[0.0]}},"grad":["anchor"]}"""),
        Of("triplet_margin_with_distance_loss", "the squares and doubled differences of a distance", Derivatives,
            """{"op":"loss","dtype":"float32","name":"triplet_margin_with_distance_loss","options":{"distance_function":"cosine","reduction":"sum"},"inputs":{"anchor":{"shape":[1,1],"data":[5E11]},"negative":{"shape":[1,1],"data":[3E38]},"positive":{"shape":[1,1],"data":[0.5]}},"grad":["anchor"]}"""),
        Of("cosine_embedding_loss", "the squares of a length", Embedding,
            """{"op":"loss","dtype":"float32","name":"cosine_embedding_loss","options":{"reduction":"sum"},"inputs":{"input1":{"shape":[1,1],"data":[1.0]},"input2":{"shape":[1,1],"data":[4E19]},"target":{"shape":[1],"data":[1.0]}},"grad":["input1"]}"""),
        Of("kl_div", "the product of cotangent and eʸ(y − x)", Embedding,
            """{"op":"loss","dtype":"float32","name":"kl_div","options":{"log_target":true,"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[2.0]},"target":{"shape":[1],"data":[-3E38]}},"grad":["target"],"cotangent":{"shape":[1],"data":[2.5]}}"""),
        Of("categorical_focal_crossentropy", "the product of cotangent, power and logarithm", Derivatives,
            """{"op":"loss","dtype":"float32","name":"categorical_focal_crossentropy","options":{"alpha":0.5,"gamma":10.0,"reduction":"sum"},"inputs":{"input":{"shape":[1,2],"data":[3E38,0.0]},"target":{"dtype":"int64","shape":[1],"data":[1]}},"grad":["input"]}"""),
        Of("poly_loss_cross_entropy", "the product of cotangent and target", Derivatives,
            """{"op":"loss","dtype":"float64","name":"poly_loss_cross_entropy","options":{"epsilon":0.5,"reduction":"sum"},"inputs":{"input":{"shape":[2],"data":[1.0,1.7976931348623155E+308]},"target":{"shape":[2],"data":["Infinity",3E-13]}},"grad":["input"]}"""),
        Of("sigmoid_focal_loss", "the product of cotangent, cross-entropy and power", Derivatives,
            """{"op":"loss","dtype":"float32","name":"sigmoid_focal_loss","options":{"alpha":-1.0,"gamma":10.0,"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[-3.4028235E+38]},"target":{"shape":[1],"data":[0.99999994]}},"grad":["input"],"cotangent":{"shape":[1],"data":[-1.25]}}"""),
        Of("gaussian_nll_loss", "the square of the residual", Embedding,
            """{"op":"loss","dtype":"float32","name":"gaussian_nll_loss","options":{"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[3E38]},"target":{"shape":[1],"data":[0.0]},"var":{"shape":[1],"data":["Infinity"]}},"grad":["input","var"]}"""),
        Of("binary_cross_entropy_with_logits", "the product of score and target", Embedding,
            """{"op":"loss","dtype":"float32","name":"binary_cross_entropy_with_logits","options":{"reduction":"sum"},"inputs":{"input":{"shape":[2],"data":[1.0,3.4028235E+38]},"target":{"shape":[2],"data":["Infinity",-0.5]}},"grad":["input"]}"""),
        Of("cross_entropy", "the sum of products of target and logarithm", Embedding,
            """{"op":"loss","dtype":"float32","name":"cross_entropy","options":{"reduction":"sum"},"inputs":{"input":{"shape":[1,4],"data":[3.4028235E+38,0.0,0.0,0.0]},"target":{"shape":[1,4],"data":[0.0,1.0,1.0,"-Infinity"]}},"grad":["input"]}"""),
        Of("l2_norm_loss", "the difference and its squares", Derivatives,
            """{"op":"loss","dtype":"float32","name":"l2_norm_loss","options":{"reduction":"sum"},"inputs":{"input":{"shape":[2],"data":[-3E38,1.0]},"target":{"shape":[2],"data":[3E38,-2.0]}},"grad":["input"],"cotangent":{"shape":[1],"data":[-3.0]}}"""),
        Of("margin_ranking_loss", "the difference", Embedding,
            """{"op":"loss","dtype":"float32","name":"margin_ranking_loss","options":{"reduction":"sum"},"inputs":{"input1":{"shape":[1],"data":[3E38]},"input2":{"shape":[1],"data":[-3E38]},"target":{"shape":[1],"data":[1.0]}},"grad":["target"]}"""),
        Of("multilabel_soft_margin_loss", "the product of target and sigmoid", Derivatives,
            """{"op":"loss","dtype":"float32","name":"multilabel_soft_margin_loss","options":{"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[200.0]},"target":{"shape":[1],"data":["Infinity"]}},"grad":["input"]}"""),
        Of("poisson_nll_loss", "eˣ and y·x", Embedding,
            """{"op":"loss","dtype":"float32","name":"poisson_nll_loss","options":{"reduction":"sum"},"inputs":{"input":{"shape":[2],"data":[3E38,1.0]},"target":{"shape":[2],"data":[1.5,1.0]}},"grad":["input"]}"""),
        Of("gelu", "the cube of the input", "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/cpu/Activation.cpp",
            """{"op":"activation","dtype":"float32","name":"gelu","options":{"approximate":"tanh"},"inputs":{"input":{"shape":[1],"data":[1E38]}},"grad":["input"]}"""),
        Of("linear", "the sum of products", Sums,
            """{"op":"layer","dtype":"float32","name":"linear","options":{},"inputs":{"input":{"shape":[2],"data":["Infinity",-1.5]},"weight":{"shape":[2,2],"data":[1.0,3.4028235E+38,0.0,0.0]}},"grad":["input"]}"""),
        Of("layer_norm", "the squares of a row", Normal,
            """{"op":"layer","dtype":"float32","name":"layer_norm","options":{"normalized_shape":[4]},"inputs":{"input":{"shape":[1,4],"data":[0.0,0.0,1.0,0.0]},"weight":{"shape":[4],"data":[0.0,1.7014117E+38,0.0,0.0]}},"grad":["input"]}"""),
        Of("batch_norm", "the squares of a channel", Batch,
            """{"op":"layer","dtype":"float32","name":"batch_norm","options":{"training":true,"eps":1E-10},"inputs":{"input":{"shape":[5,1],"data":[1.7014117E+38,0.0,0.0,0.0,0.0]}},"grad":["input"],"cotangent":{"shape":[5,1],"data":[-2.0,0.0,0.0,0.0,3.0]}}"""),
        Of("batch_norm_update_stats", "the squares of a channel", Batch,
            """{"op":"layer","dtype":"float32","name":"batch_norm_update_stats","options":{"momentum":0.0},"inputs":{"input":{"shape":[2,2],"data":[3.6893486E+19,0.0,0.0,0.0]},"running_mean":{"shape":[2],"data":[0.0,0.0]},"running_var":{"shape":[2],"data":[1.0,0.0]}},"grad":[]}"""),
        Of("ctc_loss", "the sums of logarithms along an alignment", Alignments,
            """{"op":"loss","dtype":"float32","name":"ctc_loss","options":{"reduction":"sum"},"inputs":{"input_lengths":{"dtype":"int64","shape":[1],"data":[5]},"log_probs":{"shape":[5,1,1],"data":[-2.0282408E+31,-3.4028235E+38,0.0,0.0,0.0]},"target_lengths":{"dtype":"int64","shape":[1],"data":[0]},"targets":{"dtype":"int64","shape":[0],"data":[]}},"grad":["log_probs"]}"""),
        Of("multi_margin_loss", "the squares of a margin", Margins,
            """{"op":"loss","dtype":"float32","name":"multi_margin_loss","options":{"p":2,"reduction":"sum"},"inputs":{"input":{"shape":[1,4],"data":[0.0,0.0,0.0,7.922816E+28]},"target":{"dtype":"int64","shape":[1],"data":[0]},"weight":{"shape":[4],"data":[0.0,1.0,1.0,1.0]}},"grad":["input"]}"""),
        Of("l2_penalty", "the squares", Derivatives,
            """{"op":"layer","dtype":"float32","name":"l2_penalty","options":{"strength":0.0,"half":true},"inputs":{"input":{"shape":[1],"data":[3.4028235E+38]}},"grad":["input"]}"""),
        Of("smooth_l1_loss", "the product of cotangent and residual", Embedding,
            """{"op":"loss","dtype":"float64","name":"smooth_l1_loss","options":{"beta":"Infinity","reduction":"none"},"inputs":{"input":{"shape":[1],"data":[0.0]},"target":{"shape":[1],"data":[8.988465674311578E+307]}},"grad":["input"],"cotangent":{"shape":[1],"data":[-3.0]}}"""),
        Of("hinge_embedding_loss", "the sum", Embedding,
            """{"op":"loss","dtype":"float32","name":"hinge_embedding_loss","options":{"margin":0.1,"reduction":"mean"},"inputs":{"input":{"shape":[1,10],"data":[2.0282407E+31,0.0,0.0,0.0,0.0,"-Infinity",0.0,0.0,0.0,3.4028235E+38]},"target":{"shape":[10],"data":[1.0,0.7398534,-1.0,1.0,1.0,1.0,1.0,-1.0,-1.0,1.0]}},"grad":["input"]}"""),
        Of("tversky", "the square of the divisor", Derivatives,
            """{"op":"loss","dtype":"float32","name":"tversky","options":{"alpha":0.0,"beta":3.0,"smooth":0.0,"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[0.0]},"target":{"shape":[1],"data":[1E-45]}},"grad":["target"]}"""),
        Of("l1_penalty", "the sum", Derivatives,
            """{"op":"layer","dtype":"float32","name":"l1_penalty","options":{"strength":0.0},"inputs":{"input":{"shape":[2],"data":[3.4028235E+38,3.4028235E+38]}},"grad":["input"]}"""),
        new("slopes-of-a-tiny-variance", "gaussian_nll_loss", "torch",
            "gradients by a variance whose reciprocal overflows",
            "libtorch subtracts d²/v² from 1/v, and ∞ − ∞ is NaN. The definition's slope is (v − d²)/v², −∞ where d² is greater.",
            Embedding,
            """{"op":"loss","dtype":"float32","name":"gaussian_nll_loss","options":{"full":true,"eps":0.0,"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[0.0]},"target":{"shape":[1],"data":[1.0]},"var":{"shape":[1],"data":[1E-45]}},"grad":["var"]}""",
            (about, at) => at is { Quantity: "grads.var", MayBeNaN: true } && IsNaN(at.Second) && at.Best is not double.NaN && Any(about, x => x > 0 && x < 1 / Pairs.Largest(about))),
        new("no-terms-over-no-variance", "gaussian_nll_loss", "torch",
            "gradients by a variance of 0, without eps, that stands beside no elements",
            "libtorch adds up the cotangents of ln v, of which there are none, and divides the sum by v: 0/0 is NaN. The definition adds up no slopes, which is 0.",
            Embedding,
            """{"op":"loss","dtype":"float64","name":"gaussian_nll_loss","options":{"eps":0.0,"reduction":"sum"},"inputs":{"input":{"shape":[1,0],"data":[]},"target":{"shape":[1,0],"data":[]},"var":{"shape":[1,1],"data":[0.0]}},"grad":["var"]}""",
            (about, at) => at is { Quantity: "grads.var", Best: 0 } && IsNaN(at.Second) && about.Spec is GaussianNegativeLogLikelihood { Epsilon: 0 }
                && Inputs(about) == 0 && Any(about, x => x == 0)),
        new("slopes-of-a-sure-example", "sigmoid_focal_loss", "torch",
            "gradients where γ is less than 1 and the probability missed rounds to 0",
            "libtorch's cross-entropy rounds to 0 too; the missed probability to the power γ − 1 is ∞, and 0·∞ is NaN. The definition's product tends to 0.",
            Derivatives,
            """{"op":"loss","dtype":"float32","name":"sigmoid_focal_loss","options":{"gamma":0.5,"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[-105.0]},"target":{"shape":[1],"data":[0.0]}},"grad":["input"]}""",
            (about, at) => about.Spec is SigmoidFocal { Gamma: > 0 and < 1 } && at.Quantity != "value" && at.MayBeNaN && IsNaN(at.Second)),
        new("slopes-of-a-sure-class", "categorical_focal_crossentropy", "torch",
            "gradients by logits where γ is less than 1 and a probability rounds to 1",
            "libtorch's log-probability rounds to 0; then (1 − p)^(γ−1) is ∞, and ∞·0 is NaN. The definition's product tends to 0.",
            Derivatives,
            """{"op":"loss","dtype":"float32","name":"categorical_focal_crossentropy","options":{"gamma":0.5,"reduction":"sum"},"inputs":{"input":{"shape":[2],"data":[0.0,-25.0]},"target":{"dtype":"int64","shape":[1],"data":[0]}},"grad":["input"]}""",
            (about, at) => about.Spec is CategoricalFocalCrossEntropy { Gamma: > 0 and < 1 } && at is { Quantity: "grads.input", MayBeNaN: true } && IsNaN(at.Second)),
        new("constant-channel-without-eps", "batch_norm", "torch",
            "channels whose variance is 0 or vanishes, in training without eps",
            "libtorch takes 0 for 1/√0 in training, so that the value is the bias. The definition has 0/0, which is NaN.",
            Batch,
            """{"op":"layer","dtype":"float64","name":"batch_norm","options":{"training":true,"eps":0.0},"inputs":{"input":{"shape":[2,1],"data":[0.0,0.0]}},"grad":["input"]}""",
            (about, at) => about.Spec is BatchNorm { Training: true, Epsilon: 0 } && !IsNaN(at.Second) && (at.Best is double.NaN || Any(about, x => IsTiny(about, x)))),
        new("no-variance-without-eps", "batch_norm", "torch",
            "running variances of 0 without eps",
            "libtorch computes x·s + (b − μ·s) with s = ∞, where 0·∞ and ∞ − ∞ are NaN. The definition has (x − μ)·s + b.",
            Batch,
            """{"op":"layer","dtype":"float32","name":"batch_norm","options":{"training":false,"eps":0.0},"inputs":{"input":{"shape":[1,1],"data":[0.0]},"running_mean":{"shape":[1],"data":[1.0]},"running_var":{"shape":[1],"data":[0.0]}},"grad":["input"]}""",
            (about, at) => about.Spec is BatchNorm { Training: false, Epsilon: 0 } && at.MayBeNaN && IsNaN(at.Second) && at.Best is not double.NaN && Any(about, x => x == 0)),
        new("mean-of-the-smallest", "jensen_shannon_divergence", "torch",
            "gradients where one number is 0 and the other the smallest of the type",
            "Half of the smallest number rounds to 0, so that libtorch subtracts two infinite slopes. The definition takes the mean as it is.",
            Derivatives,
            """{"op":"loss","dtype":"float32","name":"jensen_shannon_divergence","options":{"reduction":"sum"},"inputs":{"input":{"shape":[1],"data":[0.0]},"target":{"shape":[1],"data":[1E-45]}},"grad":["input"]}""",
            (about, at) => at.Quantity != "value" && IsNaN(at.Second) && at.Best is not double.NaN && Any(about, x => x == Pairs.Smallest(about))),
        new("infinite-weight-comes-last", "batch_norm", "torch",
            "gradients by the input where the weight is infinite",
            "libtorch multiplies by the weight when all else is added up. With the weight first, as the definition has it foremost, 0·∞ is NaN.",
            Batch,
            """{"op":"layer","dtype":"float64","name":"batch_norm","options":{"training":true,"eps":0.001},"inputs":{"input":{"shape":[2,1,1],"data":[0.0,0.0]},"weight":{"shape":[1],"data":["-Infinity"]}},"grad":["input"],"cotangent":{"shape":[2,1,1],"data":[0.0,1.0]}}""",
            (about, at) => at.Quantity == "grads.input" && at.Best is double.NaN && !IsNaN(at.Second) && Any(about, double.IsInfinity)),
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
            """{"op":"loss","dtype":"float32","name":"categorical_generalized_cross_entropy","options":{"q":0.7,"reduction":"sum"},"inputs":{"input":{"shape":[1,2],"data":["-Infinity",0.5]},"target":{"dtype":"int64","shape":[1],"data":[0]}},"grad":["input"]}""",
            (about, at) => at.Best is double.NaN && !IsNaN(at.Second) && Any(about, double.IsInfinity)),
    ];

    // Only where the enclosure holds NaN too: some order of the same operations comes to it.
    static KnownDifference Of(string op, string what, string link, string request) => new($"{op}-overflows", op, "torch",
        "NaN where an argument or the cotangent is infinite, beyond the root of the largest number, or nearer 0 than the root of the smallest; the p-th root where distances have a greater p than 2",
        $"libtorch computes {what} in the element type, which overflows or vanishes; then ∞ − ∞, ∞/∞, 0/0 and 0·∞ are NaN. "
        + "The definition's result is a number.",
        link, request, (about, at) => at.MayBeNaN && IsNaN(at.Second) && at.Best is not double.NaN && Any(about, x => IsHuge(about, x) || IsTiny(about, x)));

    static bool IsHuge(Case about, double x) => Math.Abs(x) > Root(about, Pairs.Largest(about));

    static bool IsTiny(Case about, double x) => x != 0 && Math.Abs(x) < Root(about, Pairs.Smallest(about));

    // Of the greatest power that is taken of a difference.
    static double Root(Case about, double x) => about.Spec is TripletMargin { P: > 2 and < double.PositiveInfinity } norm ? Math.Pow(x, 1 / norm.P) : Math.Sqrt(x);

    static nint Inputs(Case about) => about switch
    {
        FunctionCase<float> single => single.Operands.Input.FlattenedLength,
        FunctionCase<double> wide => wide.Operands.Input.FlattenedLength,
        _ => 0,
    };

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

namespace ParityNet.Parity;

/// <summary>Maps names from other libraries and PyTorch's class names to ops.</summary>
static class Meanings
{
    static readonly string[] Prefixes =
        ["torch.", "nn.", "functional.", "f.", "optim.", "lr_scheduler.", "init.", "keras.", "tf.", "losses.", "activations.", "optimizers.",
        "optax.", "schedules.", "layers.", "initializers.", "sklearn.", "metrics.", "jax."];

    // Keys are in lower case, without underscores.
    static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["mse"] = "mse_loss",
        ["meansquarederror"] = "mse_loss",
        ["squarederror"] = "mse_loss",
        ["l2loss"] = "mse_loss",
        ["mae"] = "l1_loss",
        ["meanabsoluteerror"] = "l1_loss",
        ["absoluteerror"] = "l1_loss",
        ["bce"] = "binary_cross_entropy",
        ["binarycrossentropy"] = "binary_cross_entropy",
        ["logloss"] = "binary_cross_entropy",
        ["bcewithlogits"] = "binary_cross_entropy_with_logits",
        ["sigmoidbinarycrossentropy"] = "binary_cross_entropy_with_logits",
        ["ce"] = "cross_entropy",
        ["categoricalcrossentropy"] = "cross_entropy",
        ["sparsecategoricalcrossentropy"] = "cross_entropy",
        ["softmaxcrossentropy"] = "cross_entropy",
        ["nll"] = "nll_loss",
        ["negativeloglikelihood"] = "nll_loss",
        ["kl"] = "kl_div",
        ["kldivergence"] = "kl_div",
        ["kldiv"] = "kl_div",
        ["kullbackleibler"] = "kl_div",
        ["ctc"] = "ctc_loss",
        ["connectionisttemporalclassification"] = "ctc_loss",
        ["smoothl1"] = "smooth_l1_loss",
        ["huber"] = "huber_loss",
        ["mape"] = "mean_absolute_percentage_error",
        ["msle"] = "mean_squared_logarithmic_error",
        ["pinball"] = "quantile_loss",
        ["pinballloss"] = "quantile_loss",
        ["logcosh"] = "log_cosh",
        ["focalloss"] = "sigmoid_focal_loss",
        ["jsd"] = "jensen_shannon_divergence",
        ["swish"] = "silu",
        ["logistic"] = "sigmoid",
        ["expit"] = "sigmoid",
        ["momentum"] = "sgd",
        ["gradientdescent"] = "sgd",
        ["stochasticgradientdescent"] = "sgd",
        ["rmse"] = "mse_loss",
        ["rootmeansquarederror"] = "mse_loss",
        ["quadratic"] = "mse_loss",
        ["leastsquares"] = "mse_loss",
        ["squared"] = "mse_loss",
        ["bcelogits"] = "binary_cross_entropy_with_logits",
        ["sigmoidcrossentropy"] = "binary_cross_entropy_with_logits",
        ["sigmoidcrossentropywithlogits"] = "binary_cross_entropy_with_logits",
        ["softmaxcrossentropywithlogits"] = "cross_entropy",
        ["sparsesoftmaxcrossentropywithlogits"] = "cross_entropy",
        ["softmaxcrossentropywithintegerlabels"] = "cross_entropy",
        ["crossentropywithlogits"] = "cross_entropy",
        ["js"] = "jensen_shannon_divergence",
        ["jsdivergence"] = "jensen_shannon_divergence",
        ["poisson"] = "poisson_nll_loss",
        ["gaussiannll"] = "gaussian_nll_loss",
        ["poissonnll"] = "poisson_nll_loss",
        ["triplet"] = "triplet_margin_loss",
        ["cosinesimilarity"] = "cosine_embedding_loss",
        ["cosinedistance"] = "cosine_embedding_loss",
        ["focal"] = "sigmoid_focal_loss",
        ["svm"] = "hinge",
        ["maxmargin"] = "hinge",
        ["lrelu"] = "leaky_relu",
        ["leakyrectifiedlinearunit"] = "leaky_relu",
        ["rectifiedlinearunit"] = "relu",
        ["rectifier"] = "relu",
        ["exponentiallinearunit"] = "elu",
        ["gaussianerrorlinearunit"] = "gelu",
        ["parametricrelu"] = "prelu",
        ["linearactivation"] = "identity",
        ["dense"] = "linear",
        ["fullyconnected"] = "linear",
        ["fc"] = "linear",
        ["affine"] = "linear",
        ["batchnormalization"] = "batch_norm",
        ["batchnorm1d"] = "batch_norm",
        ["batchnorm2d"] = "batch_norm",
        ["layernormalization"] = "layer_norm",
        ["glorot"] = "xavier_uniform",
        ["glorotuniform"] = "xavier_uniform",
        ["glorotnormal"] = "xavier_normal",
        ["he"] = "kaiming_normal",
        ["heuniform"] = "kaiming_uniform",
        ["henormal"] = "kaiming_normal",
        ["randomnormal"] = "normal",
        ["randomuniform"] = "uniform",
        ["gaussian"] = "normal",
        ["truncatednormal"] = "trunc_normal",
        ["nesterov"] = "sgd",
        ["nag"] = "sgd",
        ["gd"] = "sgd",
        ["adamweightdecay"] = "adamw",
        ["cosine"] = "cosine_annealing_lr",
        ["cosinedecay"] = "cosine_annealing_lr",
        ["cosineschedule"] = "cosine_annealing_lr",
        ["sgdr"] = "cosine_annealing_warm_restarts",
        ["warmrestarts"] = "cosine_annealing_warm_restarts",
        ["cosinedecayrestarts"] = "cosine_annealing_warm_restarts",
        ["onecycle"] = "one_cycle_lr",
        ["plateau"] = "reduce_lr_on_plateau",
        ["exponentialdecay"] = "exponential_lr",
        ["stepdecay"] = "step_lr",
        ["piecewiseconstant"] = "multi_step_lr",
        ["piecewiseconstantdecay"] = "multi_step_lr",
        ["polynomialdecay"] = "polynomial_lr",
        ["lineardecay"] = "linear_lr",
        ["linearwarmup"] = "warmup",
        ["clipbyglobalnorm"] = "clip_grad_norm",
        ["clipnorm"] = "clip_grad_norm",
        ["clipvalue"] = "clip_grad_value",
    };

    /// <summary>The known name of which a given name is a synonym; null where it is none.</summary>
    public static string? Of(string given, IEnumerable<string> known)
    {
        string bare = Bare(given);
        string[] names = [.. known.Distinct()];
        return names.FirstOrDefault(name => Plain(name) == bare)
            ?? Named(names, bare)
            ?? (bare.EndsWith("loss", StringComparison.Ordinal) ? names.FirstOrDefault(name => Plain(name) == bare[..^4])
                ?? Named(names, bare[..^4]) : null);
    }

    static string? Named(string[] names, string bare) => Synonyms.TryGetValue(bare, out string? name) && names.Contains(name) ? name : null;

    static string Bare(string given)
    {
        string rest = given.ToLowerInvariant();
        while (Prefixes.FirstOrDefault(prefix => rest.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix)
            rest = rest[prefix.Length..];
        return Plain(rest);
    }

    static string Plain(string name) =>
        name.ToLowerInvariant().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
        .Replace(" ", "", StringComparison.Ordinal);
}

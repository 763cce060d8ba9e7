namespace ParityNet.Parity;

/// <summary>What ops are called elsewhere.</summary>
static class Synonyms
{
    // Each op with its other names, in lower case and without underscores; a name may mean ops of several kinds.
    static readonly (string Op, string Others)[] All =
    [
        ("mse_loss", "mse meansquarederror squarederror l2loss rmse rootmeansquarederror quadratic leastsquares squared l2"),
        ("l1_loss", "mae meanabsoluteerror absoluteerror absolute laplace meanabsolutedeviation l1"),
        ("binary_cross_entropy", "bce binarycrossentropy logloss"),
        ("binary_cross_entropy_with_logits", "bcewithlogits sigmoidbinarycrossentropy bcelogits sigmoidcrossentropy sigmoidcrossentropywithlogits " +
            "binarycrossentropylogits logistic"),
        ("cross_entropy", "ce categoricalcrossentropy sparsecategoricalcrossentropy softmaxcrossentropy softmaxcrossentropywithlogits " +
            "sparsesoftmaxcrossentropywithlogits softmaxcrossentropywithintegerlabels crossentropywithlogits xent multinomial softmax"),
        ("nll_loss", "nll negativeloglikelihood"),
        ("kl_div", "kl kldivergence kldiv kullbackleibler kullbackleiblerdivergence kld relativeentropy"),
        ("ctc_loss", "ctc connectionisttemporalclassification"),
        ("smooth_l1_loss", "smoothl1"),
        ("huber_loss", "huber pseudohuber"),
        ("mean_absolute_percentage_error", "mape"),
        ("mean_squared_logarithmic_error", "msle rmsle meansquaredlogerror squaredlogerror"),
        ("quantile_loss", "pinball pinballloss meanpinball"),
        ("log_cosh", "logcosh"),
        ("sigmoid_focal_loss", "focalloss focal binaryfocalcrossentropy sigmoidfocalcrossentropy"),
        ("jensen_shannon_divergence", "jsd js jsdivergence"),
        ("silu", "swish"),
        ("sigmoid", "logistic expit"),
        ("sgd", "momentum gradientdescent stochasticgradientdescent nesterov nag gd noisysgd heavyball"),
        ("poisson_nll_loss", "poisson poissonnll meanpoissondeviance"),
        ("gaussian_nll_loss", "gaussiannll"),
        ("triplet_margin_loss", "triplet tripletsemihard"),
        ("cosine_embedding_loss", "cosine cosinesimilarity cosinedistance"),
        ("hinge", "svm maxmargin"),
        ("leaky_relu", "lrelu leakyrectifiedlinearunit"),
        ("relu", "rectifiedlinearunit rectifier rectifiedlinear ramp"),
        ("elu", "exponentiallinearunit exponentiallinear"),
        ("gelu", "gaussianerrorlinearunit quickgelu gelunew gelutanh"),
        ("prelu", "parametricrelu"),
        ("identity", "linearactivation none linear"),
        ("linear", "dense fullyconnected fc affine innerproduct"),
        ("batch_norm", "batchnormalization batchnorm1d batchnorm2d bn batchnorm3d"),
        ("layer_norm", "layernormalization ln"),
        ("xavier_uniform", "glorot glorotuniform"),
        ("xavier_normal", "glorotnormal"),
        ("kaiming_normal", "he henormal lecunnormal msra variancescaling"),
        ("kaiming_uniform", "heuniform lecununiform"),
        ("normal", "randomnormal gaussian"),
        ("uniform", "randomuniform"),
        ("trunc_normal", "truncatednormal"),
        ("adamw", "adamweightdecay adamwtorch adamwhf"),
        ("cosine_annealing_lr", "cosine cosinedecay cosineschedule"),
        ("cosine_annealing_warm_restarts", "sgdr warmrestarts cosinedecayrestarts"),
        ("one_cycle_lr", "onecycle cosineonecycle linearonecycle"),
        ("reduce_lr_on_plateau", "plateau"),
        ("exponential_lr", "exponentialdecay"),
        ("step_lr", "stepdecay"),
        ("multi_step_lr", "piecewiseconstant piecewiseconstantdecay"),
        ("polynomial_lr", "polynomialdecay poly"),
        ("linear_lr", "lineardecay"),
        ("warmup", "linearwarmup getlinearschedulewithwarmup getcosineschedulewithwarmup warmupcosinedecay"),
        ("clip_grad_norm", "clipbyglobalnorm clipnorm"),
        ("clip_grad_value", "clipvalue clip"),
        ("hinge_embedding_loss", "contrastive"),
        ("dice_loss", "dicecoefficient dicecoef softdice f1"),
        ("tversky", "jaccard iou"),
        ("categorical_generalized_cross_entropy", "gce"),
        ("hardswish", "hardsilu"),
        ("hardtanh", "clamp clip"),
        ("softplus", "smoothrelu"),
        ("tanh", "hyperbolictangent bipolarsigmoid"),
        ("threshold", "heaviside step"),
        ("softshrink", "softthresholding softthreshold"),
        ("group_norm", "instancenorm instancenorm1d instancenorm2d instancenorm3d"),
        ("l1_penalty", "l1 lasso"),
        ("l2_penalty", "weightdecay ridge l2"),
        ("asgd", "averagedsgd"),
        ("ema", "exponentialmovingaverage polyak swa"),
        ("accumulate", "multisteps gradientaccumulation"),
        ("groups", "multitransform partition"),
        ("adam", "amsgrad"),
        ("decoupled_weight_decay", "adddecayedweights"),
        ("cyclic_lr", "triangular cyclical clr"),
        ("lambda_lr", "learningratescheduler"),
        ("inverse_sqrt", "rsqrt inversesquareroot"),
        ("sequential_lr", "joinschedules"),
        ("noam", "transformer"),
        ("gradient_descent", "steepest gd"),
        ("newton_cg", "trustregionnewton dogleg"),
        ("interior_point", "ipopt trustconstr"),
        ("levenberg_marquardt", "curvefit leastsquares"),
    ];

    static readonly ILookup<string, string> ByName = All.SelectMany(op => op.Others.Split(' ').Select(other => (other, op.Op)))
        .ToLookup(pair => pair.other, pair => pair.Op, StringComparer.Ordinal);

    /// <summary>The ops that have other names.</summary>
    public static IEnumerable<string> Ops => All.Select(op => op.Op);

    /// <summary>The ops that a name means; none where it is no other name.</summary>
    /// <param name="name">The name in lower case, without underscores.</param>
    public static IEnumerable<string> Of(string name) => ByName[name];
}

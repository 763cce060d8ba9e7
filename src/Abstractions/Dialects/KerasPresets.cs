using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Initializers;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Schedules;
using static ParityNet.Dialects.DialectNames;

namespace ParityNet.Dialects;

/// <summary>
/// Keras 3, from its source of August 2026 (<c>keras/src</c>): ops that it computes as a spec does, with its names and defaults.
/// </summary>
static class KerasPresets
{
    const double Epsilon = 1e-7;

    public static ImmutableArray<Preset> All { get; } = [.. Optimizers(), .. Losses(), .. Activations(), .. Others()];

    static IEnumerable<Preset> Optimizers() =>
    [
        Stepped(new Sgd(0.01, Form: MomentumForm.Velocity), "sgd"),
        Stepped(new Adam(Epsilon: Epsilon, DecoupledWeightDecay: true, Placement: EpsilonPlacement.Uncorrected), "adam"),
        Stepped(new AdamW(Epsilon: Epsilon, WeightDecay: 0.004, Placement: EpsilonPlacement.Uncorrected), "adamw"),
        Stepped(new Adamax(1e-3, Epsilon: Epsilon, Placement: EpsilonPlacement.Outside), "adamax"),
        Stepped(new NAdam(1e-3, Epsilon: Epsilon, MomentumDecay: 1, DecoupledWeightDecay: true), "nadam"),
        Stepped(new Adadelta(1e-3, 0.95, Epsilon), "adadelta"),
        Stepped(new Adagrad(1e-3, InitialAccumulator: 0.1, Epsilon: Epsilon, Placement: EpsilonPlacement.Inside), "adagrad"),
        Stepped(new RmsProp(1e-3, 0.9, Epsilon, Placement: EpsilonPlacement.Inside, Form: MomentumForm.Velocity), "rmsprop") with
        {
            Renamed = Named(("rho", nameof(RmsProp.Alpha))),
        },
        Stepped(new Lamb(Epsilon: Epsilon), "lamb"),
        Stepped(new Lion(1e-3), "lion"),
    ];

    static IEnumerable<Preset> Losses() =>
    [
        Of(new SquaredError(), "mean_squared_error", "mse", "MSE"),
        Of(new AbsoluteError(), "mean_absolute_error", "mae", "MAE"),
        Of(new AbsolutePercentageError(Epsilon), "mean_absolute_percentage_error", "mape", "MAPE"),
        Of(new SquaredLogarithmicError(Epsilon), "mean_squared_logarithmic_error", "msle", "MSLE"),
        Of(new Huber(), "huber"),
        Of(new LogCosh(), "log_cosh"),
        Of(new Hinge(), "hinge") with { SignsLabels = true },
        Of(new SquaredHinge(), "squared_hinge") with { SignsLabels = true },
        Of(new CategoricalHinge(), "categorical_hinge"),
        Of(new PoissonNegativeLogLikelihood(LogInput: false, Epsilon: Epsilon), "poisson"),
        Of(new BinaryCrossEntropyWithLogits(), "binary_crossentropy", "bce", "BCE") with { Flag = "from_logits" },
        Of(new CrossEntropy(), "categorical_crossentropy") with { Flag = "from_logits" },
        Of(new CrossEntropy(), "sparse_categorical_crossentropy") with { Flag = "from_logits" },
        Of(new CategoricalFocalCrossEntropy(), "categorical_focal_crossentropy") with { Flag = "from_logits" },
        Of(new GeneralizedCrossEntropy(), "categorical_generalized_cross_entropy"),
    ];

    static IEnumerable<Preset> Activations() =>
    [
        Of(new ReLU(), "relu"), Of(new ReLU6(), "relu6"), Of(new LeakyReLU(0.2), "leaky_relu"), Of(new Elu(), "elu"), Of(new Celu(), "celu"),
        Of(new Selu(), "selu"), Of(new Softplus(Threshold: double.PositiveInfinity), "softplus"), Of(new Softsign(), "softsign"),
        Of(new Silu(), "silu", "swish"),
        Of(new Gelu(), "gelu"), Of(new Mish(), "mish"), Of(new Tanh(), "tanh"), Of(new Sigmoid(), "sigmoid"),
        Of(new LogSigmoid(), "log_sigmoid"), Of(new Hardsigmoid(), "hard_sigmoid"), Of(new Hardswish(), "hard_silu", "hard_swish"),
        Of(new Hardtanh(), "hard_tanh"), Of(new Tanhshrink(), "tanh_shrink"), Of(new Identity(), "linear"),
        Of(new Hardshrink(), "hard_shrink") with { Renamed = Named(("threshold", nameof(Hardshrink.Lambda))) },
        Of(new Softshrink(), "soft_shrink") with { Renamed = Named(("threshold", nameof(Softshrink.Lambda))) },
        Of(new Softmax(-1), "softmax"), Of(new LogSoftmax(-1), "log_softmax"), Of(new Glu(), "glu"),
    ];

    static IEnumerable<Preset> Others() =>
    [
        Of(new LayerNorm([1], 1e-3), "layer_normalization"), Of(new RmsNorm([1], 1e-6), "rms_normalization"),
        Of(new Dropout(), "dropout"),
        Of(new Normal(0, 0.05), "random_normal"), Of(new Uniform(-0.05, 0.05), "random_uniform"),
        Of(new ConstantValue(0), "constant") with { IsComplete = true },
        Of(new InverseTimeDecay(1, 1), "inverse_time_decay"),
        Of(new Polynomial(EndRate: 1e-4), "polynomial_decay") with { Renamed = Named(("decay_steps", nameof(Polynomial.TotalIterations))) },
    ];

    static Preset Of(OpSpec spec, params ImmutableArray<string> names) => new(Dialect.Keras, spec, names);

    static Preset Stepped(OptimizerSpec spec, string name) => Of(spec, name) with { DecaysApart = !spec.DecouplesDecay };
}

using System.Collections.Immutable;
using ParityNet.Losses;
using ParityNet.Optimizers;
using static ParityNet.Dialects.DialectNames;

namespace ParityNet.Dialects;

/// <summary>
/// optax, from its source of August 2026 (<c>optax/_src/alias.py</c>, <c>optax/losses</c>): ops that it computes as a spec does, with its names
/// and defaults. Its losses are not reduced; at a kink it takes the mean of both sides.
/// </summary>
static class OptaxPresets
{
    public static ImmutableArray<Preset> All { get; } = [.. Optimizers(), .. Losses()];

    static IEnumerable<Preset> Optimizers() =>
    [
        Of(new Sgd(), "sgd"),
        Of(new Adam(DecoupledWeightDecay: true), "adam"),
        Of(new Adam(AmsGrad: true, DecoupledWeightDecay: true, AmsGradForm: AmsGradForm.Corrected), "amsgrad"),
        Of(new AdamW(WeightDecay: 1e-4), "adamw"),
        Of(new AdaBelief(DecoupledWeightDecay: true), "adabelief"),
        Of(new Adamax(), "adamax"),
        Of(new Adadelta(), "adadelta"),
        Of(new Adagrad(InitialAccumulator: 0.1, Epsilon: 1e-7, Placement: EpsilonPlacement.Inside), "adagrad"),
        Of(new RmsProp(Alpha: 0.9, Placement: EpsilonPlacement.Inside, Form: MomentumForm.Velocity), "rmsprop") with
        {
            Renamed = Named(("decay", nameof(RmsProp.Alpha)), ("initial_scale", nameof(RmsProp.InitialAccumulator))),
        },
        Of(new Lamb(), "lamb"),
        Of(new Lars(), "lars"),
        Of(new Lion(WeightDecay: 1e-3), "lion"),
        Of(new Signum(), "signum") with { Renamed = Named(("beta", nameof(Signum.Momentum))) },
        Of(new Signum(Momentum: 0), "sign_sgd"),
        Of(new Yogi(), "yogi"),
    ];

    static IEnumerable<Preset> Losses() =>
    [
        Of(new SquaredError(Reduction: Reduction.None), "squared_error"),
        Of(new SquaredError(Half: true, Reduction.None), "l2_loss"),
        Of(new Huber(Reduction: Reduction.None), "huber_loss"),
        Of(new LogCosh(Reduction.None), "log_cosh"),
        Of(new Hinge(Reduction.None), "hinge_loss"),
        Of(new PerceptronLoss(Reduction.None), "perceptron_loss"),
        Of(new BinarySparsemax(Reduction.None), "sparsemax_loss"),
        Of(new BinaryCrossEntropyWithLogits(Reduction: Reduction.None), "sigmoid_binary_cross_entropy"),
        Of(new CrossEntropy(Reduction: Reduction.None), "softmax_cross_entropy"),
        Of(new CrossEntropy(Reduction: Reduction.None), "softmax_cross_entropy_with_integer_labels"),
        Of(new SigmoidFocal(SigmoidFocal.Unweighted, Reduction: Reduction.None), "sigmoid_focal_loss"),
        Of(new PolyCrossEntropy(Reduction: Reduction.None), "poly_loss_cross_entropy"),
        Of(new Sparsemax(Reduction.None), "multiclass_sparsemax_loss"),
    ];

    static Preset Of(OpSpec spec, params ImmutableArray<string> names) => new(Dialect.Optax, spec, names);
}

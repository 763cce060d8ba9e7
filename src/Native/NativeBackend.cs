using System.Numerics;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Minimizers;
using ParityNet.Models;
using ParityNet.Native.Activations;
using ParityNet.Native.Layers;
using ParityNet.Native.Losses;
using ParityNet.Native.Minimizers;
using ParityNet.Native.Models;
using ParityNet.Native.Optimizers;
using ParityNet.Native.Ranges;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;
using LogSigmoid = ParityNet.Activations.LogSigmoid;
using Sigmoid = ParityNet.Activations.Sigmoid;
using Softplus = ParityNet.Activations.Softplus;
using Tanh = ParityNet.Activations.Tanh;

namespace ParityNet.Native;

/// <summary>
/// The backend hand-written in managed code: results have the same bits on every processor and for every number of threads.
/// </summary>
/// <remarks>Stateless, and safe for use from many threads.</remarks>
public sealed class NativeBackend : IBackend
{
    readonly Plan plan;

    // Recomputes results that overflowed or underflowed, in extended range; null in that backend itself.
    readonly NativeBackend? wide;

    /// <summary>A backend that uses all logical processors.</summary>
    public NativeBackend() : this(Plan.Best) { }

    /// <summary>A backend with a limit on threads.</summary>
    /// <param name="threads">The maximum number of threads per call; at least 1.</param>
    public NativeBackend(int threads) : this(Plan.Best with { Threads = Require.AtLeast(threads, 1, nameof(threads)) }) { }

    internal NativeBackend(Plan plan) : this(plan, new(Plan.Wide, null)) { }

    internal NativeBackend(Plan plan, NativeBackend? wide) => (this.plan, this.wide) = (plan, wide);

    /// <inheritdoc/>
    public string Name => "native";

    /// <inheritdoc/>
    public BackendInfo Info => Machine.Describe(Name, plan);

    /// <inheritdoc/>
    public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        wide is null ? Bind<T>(spec) : new RangedLoss<T>(Bind<T>(spec), () => wide.Bind<T>(spec), FarOptions.AreIn<T>(spec), plan.Threads);

    ILoss<T> Bind<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => Supported<T>.Spec(spec) switch
    {
        SquaredError s => new BoundElementLoss<T, T, SquaredErrorKernel<T>>(s, new(s), plan),
        AbsoluteError s => new BoundElementLoss<T, T, AbsoluteErrorKernel<T>>(s, new(), plan),
        Huber s => new BoundElementLoss<T, T, HuberKernel<T>>(s, new(s), plan),
        SmoothL1 { Beta: 0 } s => new BoundElementLoss<T, T, AbsoluteErrorKernel<T>>(s, new(), plan),
        SmoothL1 s => new BoundElementLoss<T, T, SmoothL1Kernel<T>>(s, new(s), plan),
        LogCosh s => new BoundElementLoss<double, T, LogCoshKernel<T>>(s, new(), plan),
        QuantileError s => new BoundElementLoss<T, T, QuantileErrorKernel<T>>(s, new(s), plan),
        AbsolutePercentageError s => new BoundElementLoss<double, T, AbsolutePercentageErrorKernel<T>>(s, new(s), plan),
        SquaredLogarithmicError s => new BoundElementLoss<double, T, SquaredLogarithmicErrorKernel<T>>(s, new(s), plan),
        Hinge s => new BoundElementLoss<T, T, HingeKernel<T>>(s, new(), plan),
        SquaredHinge s => new BoundElementLoss<T, T, SquaredHingeKernel<T>>(s, new(), plan),
        PerceptronLoss s => new BoundElementLoss<T, T, PerceptronLossKernel<T>>(s, new(), plan),
        HingeEmbedding s => new BoundElementLoss<T, T, HingeEmbeddingKernel<T>>(s, new(s), plan),
        SoftMargin s => new BoundElementLoss<double, T, SoftMarginKernel<T>>(s, new(), plan),
        BinarySparsemax s => new BoundElementLoss<T, T, BinarySparsemaxKernel<T>>(s, new(), plan),
        BinaryCrossEntropy s => new BoundElementLoss<double, T, BinaryCrossEntropyKernel<T>>(s, new(), plan, s.Base),
        BinaryCrossEntropyWithLogits s => new BoundElementLoss<double, T, BinaryCrossEntropyWithLogitsKernel<T>>(s, new(), plan, s.Base),
        SigmoidFocal s => new BoundElementLoss<double, T, SigmoidFocalKernel<T>>(s, new(s), plan),
        PoissonNegativeLogLikelihood { LogInput: true } s =>
            new BoundElementLoss<double, T, PoissonNegativeLogLikelihoodLogKernel<T>>(s, new(s), plan),
        PoissonNegativeLogLikelihood s => new BoundElementLoss<double, T, PoissonNegativeLogLikelihoodKernel<T>>(s, new(s), plan),
        KullbackLeibler { LogTarget: true } s => new BoundElementLoss<double, T, KullbackLeiblerLogKernel<T>>(s, new(), plan, s.Base),
        KullbackLeibler s => new BoundElementLoss<double, T, KullbackLeiblerKernel<T>>(s, new(), plan, s.Base),
        GaussianNegativeLogLikelihood s => new BoundElementLoss<double, T, GaussianNegativeLogLikelihoodKernel<T>>(s, new(s), plan),
        MarginRanking s => new BoundElementLoss<double, T, MarginRankingKernel<T>>(s, new(s), plan),
        TripletDistances s => new BoundElementLoss<double, T, TripletDistancesKernel<T>>(s, new(s), plan),
        TripletMargin s => Triplets.Of<T>(s, plan),
        TripletMarginWithDistance s => Triplets.Of<T>(s, plan),
        CosineEmbedding s => new BoundVectorLoss<T, CosineEmbeddingKernel<T>>(s, new(s), plan),
        ConnectionistTemporalClassification s => new BoundConnectionistTemporalClassification<T>(s, plan),
        L2Norm s => new BoundL2Norm<T>(s, plan),
        CrossEntropy s => new BoundClassLoss<T, CrossEntropyKernel>(s, new(s), plan),
        NegativeLogLikelihood s => new BoundClassLoss<T, NegativeLogLikelihoodKernel>(s, new(s), plan),
        MultiMargin s => new BoundClassLoss<T, MultiMarginKernel>(s, new(s), plan),
        MultilabelMargin s => new BoundRowLoss<T, MultilabelMarginKernel>(s, new(), plan),
        MultilabelSoftMargin s => new BoundRowLoss<T, MultilabelSoftMarginKernel>(s, new(), plan),
        CategoricalHinge s => new BoundRowLoss<T, CategoricalHingeKernel>(s, new(), plan),
        CategoricalFocalCrossEntropy s => new BoundRowLoss<T, CategoricalFocalCrossEntropyKernel>(s, new(s), plan),
        PolyCrossEntropy s => new BoundRowLoss<T, PolyCrossEntropyKernel>(s, new(s), plan),
        GeneralizedCrossEntropy s => new BoundRowLoss<T, GeneralizedCrossEntropyKernel>(s, new(s), plan),
        Sparsemax s => new BoundRowLoss<T, SparsemaxKernel>(s, new(), plan),
        JensenShannon s => new BoundRowLoss<T, JensenShannonKernel>(s, new(s), plan),
        Dice s => new BoundRowLoss<T, DiceKernel>(s, new(s), plan),
        Tversky s => new BoundRowLoss<T, TverskyKernel>(s, new(s), plan),
        _ => throw Missing(spec, nameof(Losses), "Kernel"),
    };

    /// <inheritdoc/>
    public IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        Bind<T>(spec) is var bound
            && (wide is null || (bound.StaysFinite && !FarOptions.AreIn<T>(spec)))
                ? bound
                : new RangedActivation<T>(bound, () => wide.Bind<T>(spec), FarOptions.AreIn<T>(spec), plan.Threads);

    /// <inheritdoc/>
    public IOptimizer<T> Optimizer<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => Supported<T>.Spec(spec) is Groups groups
        ? new RangedGroups<T>(groups, [.. groups.Optimizers.Select(Optimizer<T>)])
        : new RangedOptimizer<T>(Step<T>(spec), () => wide!.Step<T>(spec), FarOptions.AreIn<T>(spec), plan.Threads);

    /// <inheritdoc/>
    public IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        wide is null ? Bind<T>(spec) : new RangedFunction<T>(Bind<T>(spec), () => wide.Bind<T>(spec), FarOptions.AreIn<T>(spec), plan.Threads);

    IFunction<T> Bind<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => Supported<T>.Spec(spec) switch
    {
        Linear s => new BoundLinear<T>(s, plan),
        Dropout s => new BoundDropout<T>(s, plan),
        LayerNorm s => new BoundTrailingNorm<T>(s, s.Epsilon, centers: true, plan),
        RmsNorm s => new BoundTrailingNorm<T>(s, s.For<T>().Epsilon!.Value, centers: false, plan),
        GroupNorm s => new BoundGroupNorm<T>(s, plan),
        BatchNorm s => new BoundBatchNorm<T>(s, plan),
        BatchStatistics s => new BoundBatchStatistics<T>(s, plan),
        L1Penalty s => new BoundPenalty<T, L1PenaltyKernel>(s, s.Strength, plan),
        L2Penalty s => new BoundPenalty<T, L2PenaltyKernel>(s, (s.Half ? 0.5 : 1) * s.Strength, plan),
        _ => throw Missing(spec, nameof(Layers), "Kernel"),
    };

    NativeOptimizer<T> Step<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => Supported<T>.Spec(spec) switch
    {
        ClipGradNorm s => new BoundClipping<T>(s, Step<T>(s.Optimizer), plan),
        ClipGradValue s => new BoundClipping<T>(s, Step<T>(s.Optimizer), plan),
        DecoupledWeightDecay s => new BoundDecoupledWeightDecay<T>(s, Step<T>(s.Optimizer), plan),
        Lookahead s => new BoundLookahead<T>(s, Step<T>(s.Optimizer), plan),
        Ema s => new BoundEma<T>(s, Step<T>(s.Optimizer), plan),
        Groups s => new BoundGroups<T>(s, [.. s.Optimizers.Select(Step<T>)]),
        Accumulate s => new BoundAccumulate<T>(s, Step<T>(s.Optimizer), plan),
        Sgd s => new BoundOptimizer<T, SgdRule<T>>(s, moment => new(s, moment), plan),
        AmsGradFamily s => new BoundOptimizer<T, AdamRule<T>>(s, moment => new(s, moment), plan),
        Adamax s => new BoundOptimizer<T, AdamaxRule<T>>(s, moment => new(s, moment), plan),
        RAdam s => new BoundOptimizer<T, RAdamRule<T>>(s, moment => new(s, moment), plan),
        NAdam s => new BoundOptimizer<T, NAdamRule<T>>(s, moment => new(s, moment), plan),
        Adan s => new BoundOptimizer<T, AdanRule<T>>(s, moment => new(s, moment), plan),
        Asgd s => new BoundOptimizer<T, AsgdRule<T>>(s, moment => new(s, moment), plan),
        AdaBelief s => new BoundOptimizer<T, AdaBeliefRule<T>>(s, moment => new(s, moment), plan),
        Yogi s => new BoundOptimizer<T, YogiRule<T>>(s, moment => new(s, moment), plan),
        Lion s => new BoundOptimizer<T, LionRule<T>>(s, moment => new(s, moment), plan),
        Signum s => new BoundOptimizer<T, SignumRule<T>>(s, moment => new(s, moment), plan),
        Rprop s => new BoundOptimizer<T, RpropRule<T>>(s, moment => new(s, moment), plan),
        RmsProp s => new BoundOptimizer<T, RmsPropRule<T>>(s, moment => new(s, moment), plan),
        Adagrad s => new BoundOptimizer<T, AdagradRule<T>>(s, moment => new(s, moment), plan),
        Lars s => new BoundLars<T>(s, plan),
        Lamb s => new BoundLamb<T>(s, plan),
        Adafactor s => new BoundAdafactor<T>(s, plan),
        Muon s => new BoundMuon<T>(s, plan),
        Adadelta s => new BoundOptimizer<T, AdadeltaRule<T>>(s, moment => new(s, moment), plan),
        _ => throw Missing(spec, nameof(Optimizers), "Rule"),
    };

    /// <inheritdoc/>
    public IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> =>
        new RangedModel<T>(new NativeBackend(plan, null).Bind<T>(spec, loss), () => wide!.Bind<T>(spec, loss), plan.Threads);

    BoundModel<T> Bind<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> => Supported<T>.Spec(spec) switch
    {
        Perceptron s => new BoundModel<T>(s, Loss<T>(loss), this),
        _ => throw Missing(spec, nameof(Models), "Kernel"),
    };

    /// <inheritdoc/>
    public IMinimizer<T> Minimizer<T>(MinimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        new NativeMinimizer<T>(Supported<T>.Spec(spec), spec switch
        {
            GradientDescent s => new GradientDescentMethod(s),
            ConjugateGradient s => new ConjugateGradientMethod(s),
            Bfgs s => new BfgsMethod(s),
            Lbfgs s => new LbfgsMethod(s),
            Lbfgsb s => new LbfgsbMethod(s),
            GaussNewton s => new GaussNewtonMethod(s),
            LevenbergMarquardt s => new LevenbergMarquardtMethod(
                s, new(s.Loss is { } loss ? Loss<double>(loss with { Reduction = Reduction.None }) : null)),
            Newton s => new NewtonMethod(s),
            NewtonCg s => new NewtonCgMethod(s),
            InteriorPoint s => new InteriorPointMethod(s),
            _ => throw Missing(spec, nameof(Minimizers), "Method"),
        });

    BoundActivation<T> Bind<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => Supported<T>.Spec(spec) switch
    {
        Identity s => new BoundElementActivation<T, T, IdentityKernel<T>>(s, new(), plan),
        ReLU s => new BoundElementActivation<T, T, ReLUKernel<T>>(s, new(), plan),
        LeakyReLU s => new BoundElementActivation<T, T, LeakyReLUKernel<T>>(s, new(s), plan),
        ReLU6 s => new BoundElementActivation<T, T, HardtanhKernel<T>>(s, new(new(0, 6)), plan),
        Hardtanh s => new BoundElementActivation<T, T, HardtanhKernel<T>>(s, new(s), plan),
        Threshold s => new BoundElementActivation<T, T, ThresholdKernel<T>>(s, new(s), plan),
        Hardshrink s => new BoundElementActivation<T, T, HardshrinkKernel<T>>(s, new(s), plan),
        Softshrink s => new BoundElementActivation<T, T, SoftshrinkKernel<T>>(s, new(s), plan),
        Hardsigmoid s => new BoundElementActivation<T, T, HardsigmoidKernel<T>>(s, new(), plan),
        Hardswish s => new BoundElementActivation<T, T, HardswishKernel<T>>(s, new(), plan),
        PReLU s => new BoundPReLU<T>(s, plan),
        Elu s => new BoundElementActivation<double, T, EluKernel<T>>(s, new(1, s.Alpha), plan),
        Selu s => new BoundElementActivation<double, T, EluKernel<T>>(s, new(Selu.Scale, Selu.Scale * Selu.Alpha), plan),
        Celu { Alpha: 1 } s => new BoundElementActivation<double, T, EluKernel<T>>(s, new(1, 1), plan),
        Celu s => new BoundElementActivation<double, T, CeluKernel<T>>(s, new(s), plan),
        Silu s => new BoundElementActivation<double, T, SiluKernel<T>>(s, new(), plan),
        Mish s => new BoundElementActivation<double, T, MishKernel<T>>(s, new(), plan),
        Softsign s => new BoundElementActivation<double, T, SoftsignKernel>(s, new(), plan),
        Tanhshrink s => new BoundElementActivation<double, T, TanhshrinkKernel<T>>(s, new(), plan),
        LogSigmoid s => new BoundElementActivation<double, T, LogSigmoidKernel<T>>(s, new(), plan),
        Sigmoid s => new BoundElementActivation<double, T, SigmoidKernel<T>>(s, new(), plan),
        Tanh s => new BoundElementActivation<double, T, TanhKernel<T>>(s, new(), plan),
        Softplus s => new BoundElementActivation<double, T, SoftplusKernel<T>>(s, new(s), plan),
        Gelu { Approximate: GeluForm.Tanh } s => new BoundElementActivation<double, T, GeluTanhKernel<T>>(s, new(), plan),
        Gelu s => new BoundElementActivation<double, T, GeluKernel<T>>(s, new(), plan),
        RReLU s => new BoundRReLU<T>(s, plan),
        Glu s => new BoundGlu<T>(s, plan),
        Softmin s => new BoundRowActivation<T, SoftmaxKernel<T>>(s, memory => new(memory, negated: true), plan),
        Softmax s => new BoundRowActivation<T, SoftmaxKernel<T>>(s, memory => new(memory), plan),
        LogSoftmax s => new BoundRowActivation<T, LogSoftmaxKernel<T>>(s, memory => new(memory), plan),
        _ => throw Missing(spec, nameof(Activations), "Kernel"),
    };

    static NotSupportedException Missing(OpSpec spec, string kind, string suffix) => new(
        $"The native backend must have {spec.Name}: expected src/Native/{kind}/{spec.GetType().Name}{suffix}.cs and a line in " +
            $"{nameof(NativeBackend)}, got neither.");
}

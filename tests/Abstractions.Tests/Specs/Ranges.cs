namespace ParityNet.Tests.Specs;

/// <summary>The range of every option that has one, as the papers and PyTorch have it.</summary>
static class Ranges
{
    static readonly (Type Spec, string Option, Range Range)[] All =
    [
        (typeof(Huber), "Delta", Range.Positive), (typeof(SmoothL1), "Beta", Range.NotNegative),
        (typeof(PoissonNegativeLogLikelihood), "Epsilon", Range.NotNegative), (typeof(HingeEmbedding), "Margin", Range.Finite),
        (typeof(QuantileError), "Quantile", Range.Unit), (typeof(AbsolutePercentageError), "Epsilon", Range.Positive),
        (typeof(SquaredLogarithmicError), "Epsilon", Range.NotNegative),
        (typeof(SigmoidFocal), "Alpha", Range.UnitOrMinusOne), (typeof(SigmoidFocal), "Gamma", Range.NotNegative),
        (typeof(MultiMargin), "P", Range.OneOrTwo), (typeof(MultiMargin), "Margin", Range.Finite),
        (typeof(CrossEntropy), "LabelSmoothing", Range.Unit),
        (typeof(LeakyReLU), "NegativeSlope", Range.Finite),
        (typeof(Elu), "Alpha", Range.Finite), (typeof(Celu), "Alpha", Range.Positive),
        (typeof(Hardshrink), "Lambda", Range.Finite), (typeof(Softshrink), "Lambda", Range.NotNegative),
        (typeof(Hardtanh), "Minimum", Range.Finite), (typeof(Hardtanh), "Maximum", Range.Finite),
        (typeof(Threshold), "Limit", Range.Finite), (typeof(Threshold), "Value", Range.Finite),
        (typeof(RReLU), "Lower", Range.Finite with { Inside = [double.MinValue, 0, 1.0 / 3] }),
        (typeof(RReLU), "Upper", Range.Finite with { Inside = [1.0 / 8, double.MaxValue] }),
        (typeof(Softplus), "Beta", Range.Positive), (typeof(Softplus), "Threshold", Range.Finite),
        (typeof(Sgd), "Momentum", Range.NotNegative), (typeof(Sgd), "Dampening", Range.Finite),
        (typeof(Adam), "Beta1", Range.Decay), (typeof(Adam), "Beta2", Range.Decay), (typeof(Adam), "Epsilon", Range.NotNegative),
        (typeof(AdamW), "Beta1", Range.Decay), (typeof(AdamW), "Beta2", Range.Decay), (typeof(AdamW), "Epsilon", Range.NotNegative),
        .. new[] { typeof(Adamax), typeof(RAdam), typeof(NAdam), typeof(AdaBelief), typeof(Yogi), typeof(Adan) }.SelectMany(spec => new[]
        {
            (spec, "Beta1", Range.Decay), (spec, "Beta2", Range.Decay), (spec, "Epsilon", Range.NotNegative),
        }),
        (typeof(Adan), "Beta3", Range.Decay), (typeof(NAdam), "MomentumDecay", Range.NotNegative), (typeof(AdaBelief), "EpsilonRoot", Range.NotNegative),
        (typeof(Yogi), "EpsilonRoot", Range.NotNegative), (typeof(Yogi), "InitialAccumulator", Range.NotNegative),
        (typeof(Lion), "Beta1", Range.Decay), (typeof(Lion), "Beta2", Range.Decay), (typeof(Signum), "Momentum", Range.Decay),
        (typeof(Rprop), "EtaMinus", Range.Open), (typeof(Rprop), "EtaPlus", Range.MoreThanOne),
        (typeof(Rprop), "LeastStep", Range.NotNegative with { Inside = [0, double.Epsilon, 50] }),
        (typeof(Rprop), "GreatestStep", Range.NotNegative with { Inside = [1e-6, double.MaxValue] }),
        (typeof(Asgd), "Decay", Range.NotNegative), (typeof(Asgd), "Alpha", Range.NotNegative), (typeof(Asgd), "AveragingStart", Range.NotNegative),
        (typeof(RmsProp), "Alpha", Range.Unit), (typeof(RmsProp), "Epsilon", Range.NotNegative), (typeof(RmsProp), "Momentum", Range.NotNegative),
        (typeof(Adagrad), "LearningRateDecay", Range.NotNegative), (typeof(Adagrad), "InitialAccumulator", Range.NotNegative),
        (typeof(Adagrad), "Epsilon", Range.NotNegative),
        (typeof(Adadelta), "Rho", Range.Unit), (typeof(Adadelta), "Epsilon", Range.NotNegative),
        (typeof(ClipGradNorm), "MaxNorm", Range.NotNegative),
        (typeof(ClipGradNorm), "NormType", new("a number greater than 0", [double.Epsilon, 2, double.PositiveInfinity], [0, -1, double.NaN])),
        (typeof(ClipGradValue), "ClipValue", Range.NotNegative), (typeof(DecoupledWeightDecay), "Decay", Range.NotNegative),
        (typeof(Lookahead), "K", Range.AtLeast(1)), (typeof(Lookahead), "Alpha", Range.Unit), (typeof(Ema), "Decay", Range.Unit),
        (typeof(Accumulate), "Steps", Range.AtLeast(1)),
        (typeof(Lars), "Momentum", Range.NotNegative), (typeof(Lars), "TrustCoefficient", Range.NotNegative), (typeof(Lars), "Epsilon", Range.NotNegative),
        (typeof(Lamb), "Beta1", Range.Decay), (typeof(Lamb), "Beta2", Range.Decay), (typeof(Lamb), "Epsilon", Range.NotNegative),
        (typeof(Adafactor), "Beta2Decay", new("a finite number of at most 0", [0, -0.8, double.MinValue], [double.Epsilon, 1, double.NaN, double.NegativeInfinity])),
        (typeof(Adafactor), "Epsilon1", Range.NotNegative), (typeof(Adafactor), "Epsilon2", Range.NotNegative),
        (typeof(Adafactor), "ClipThreshold", new("a finite number of at least 1", [1, double.MaxValue], [0, Math.BitDecrement(1.0), double.NaN, double.PositiveInfinity])),
        (typeof(Muon), "Momentum", Range.Unit), (typeof(Muon), "CoefficientA", Range.Finite), (typeof(Muon), "CoefficientB", Range.Finite),
        (typeof(Muon), "CoefficientC", Range.Finite), (typeof(Muon), "Epsilon", Range.NotNegative),
        (typeof(Muon), "Iterations", new("an integer from 0 to 99", [0, 5, 99], [-1, 100])),
        (typeof(Constant), "Factor", Range.Unit), (typeof(Constant), "TotalIterations", Range.AtLeast(0)),
        (typeof(Linear), "StartFactor", Range.Share), (typeof(Linear), "EndFactor", Range.Unit), (typeof(Linear), "TotalIterations", Range.AtLeast(1)),
        (typeof(CosineAnnealing), "Period", Range.AtLeast(1)), (typeof(CosineAnnealing), "Minimum", Range.NotNegative),
        (typeof(Exponential), "Gamma", Range.NotNegative),
        (typeof(Step), "StepSize", Range.AtLeast(1)), (typeof(Step), "Gamma", Range.NotNegative),
        (typeof(MultiStep), "Gamma", Range.NotNegative),
        (typeof(Polynomial), "TotalIterations", Range.AtLeast(1)), (typeof(Polynomial), "Power", Range.NotNegative),
        (typeof(CosineWarmRestarts), "FirstPeriod", Range.AtLeast(1)), (typeof(CosineWarmRestarts), "Growth", Range.AtLeast(1)),
        (typeof(CosineWarmRestarts), "Minimum", Range.NotNegative),
        (typeof(Cyclic), "BaseRate", Range.NotNegative), (typeof(Cyclic), "MaximumRate", Range.NotNegative), (typeof(Cyclic), "StepsUp", Range.AtLeast(1)),
        (typeof(Cyclic), "StepsDown", Range.AtLeast(0)), (typeof(Cyclic), "Gamma", Range.NotNegative), (typeof(Cyclic), "BaseMomentum", Range.NotNegative),
        (typeof(Cyclic), "MaximumMomentum", Range.NotNegative),
        (typeof(OneCycle), "MaximumRate", Range.NotNegative), (typeof(OneCycle), "TotalSteps", Range.AtLeast(1)), (typeof(OneCycle), "Epochs", Range.AtLeast(1)),
        (typeof(OneCycle), "StepsPerEpoch", Range.AtLeast(1)), (typeof(OneCycle), "RisingShare", Range.Unit), (typeof(OneCycle), "BaseMomentum", Range.NotNegative),
        (typeof(OneCycle), "MaximumMomentum", Range.NotNegative), (typeof(OneCycle), "Division", Range.Positive), (typeof(OneCycle), "FinalDivision", Range.Positive),
        (typeof(ReduceOnPlateau), "Factor", Range.Decay), (typeof(ReduceOnPlateau), "Patience", Range.AtLeast(0)), (typeof(ReduceOnPlateau), "Threshold", Range.Finite),
        (typeof(ReduceOnPlateau), "Cooldown", Range.AtLeast(0)), (typeof(ReduceOnPlateau), "MinimumRate", Range.NotNegative), (typeof(ReduceOnPlateau), "Epsilon", Range.NotNegative),
        (typeof(Swa), "FinalRate", Range.NotNegative), (typeof(Swa), "AnnealSteps", Range.AtLeast(0)),
        (typeof(Noam), "WarmUpSteps", Range.AtLeast(1)), (typeof(Noam), "ModelSize", Range.AtLeast(1)), (typeof(Noam), "Factor", Range.NotNegative),
        (typeof(InverseSqrt), "WarmUpSteps", Range.AtLeast(1)), (typeof(InverseSqrt), "InitialRate", Range.NotNegative),
        (typeof(InverseTimeDecay), "DecaySteps", Range.AtLeast(1)), (typeof(InverseTimeDecay), "DecayRate", Range.NotNegative),
        (typeof(WarmUp), "Steps", Range.AtLeast(1)), (typeof(WarmUp), "StartFactor", Range.Unit),
    ];

    /// <summary>The range of an option; null where every value of its type is allowed.</summary>
    public static Range? Of(Type spec, string option) => spec.IsSubclassOf(typeof(OptimizerSpec)) && option is "LearningRate" or "WeightDecay"
        ? Range.NotNegative
        : All.SingleOrDefault(row => row.Spec == spec && row.Option == option).Range;
}

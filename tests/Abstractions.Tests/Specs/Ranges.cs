namespace ParityNet.Tests.Specs;

/// <summary>The range of every option that has one, as the papers and PyTorch have it.</summary>
static class Ranges
{
    static readonly (Type Spec, string Option, Range Range)[] All =
    [
        (typeof(Huber), "Delta", Range.Positive), (typeof(SmoothL1), "Beta", Range.NotNegative),
        (typeof(MultiMargin), "P", Range.OneOrTwo), (typeof(MultiMargin), "Margin", Range.Finite),
        (typeof(CrossEntropy), "LabelSmoothing", Range.Unit),
        (typeof(LeakyReLU), "NegativeSlope", Range.Finite),
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
    ];

    /// <summary>The range of an option; null where every value of its type is allowed.</summary>
    public static Range? Of(Type spec, string option) => spec.IsSubclassOf(typeof(OptimizerSpec)) && option is "LearningRate" or "WeightDecay"
        ? Range.NotNegative
        : All.SingleOrDefault(row => row.Spec == spec && row.Option == option).Range;
}

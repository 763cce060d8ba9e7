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
        (typeof(Softplus), "Beta", Range.Positive), (typeof(Softplus), "Threshold", Range.Finite),
        (typeof(Sgd), "Momentum", Range.NotNegative), (typeof(Sgd), "Dampening", Range.Finite),
        (typeof(Adam), "Beta1", Range.Decay), (typeof(Adam), "Beta2", Range.Decay), (typeof(Adam), "Epsilon", Range.NotNegative),
        (typeof(AdamW), "Beta1", Range.Decay), (typeof(AdamW), "Beta2", Range.Decay), (typeof(AdamW), "Epsilon", Range.NotNegative),
        (typeof(RmsProp), "Alpha", Range.Unit), (typeof(RmsProp), "Epsilon", Range.NotNegative), (typeof(RmsProp), "Momentum", Range.NotNegative),
        (typeof(Adagrad), "LearningRateDecay", Range.NotNegative), (typeof(Adagrad), "InitialAccumulator", Range.NotNegative),
        (typeof(Adagrad), "Epsilon", Range.NotNegative),
        (typeof(Adadelta), "Rho", Range.Unit), (typeof(Adadelta), "Epsilon", Range.NotNegative),
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

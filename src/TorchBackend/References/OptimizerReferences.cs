using ParityNet.References;
using static ParityNet.Torch.References.CalledOptimizer;
using Optim = TorchSharp.torch.optim;

namespace ParityNet.Torch.References;

/// <summary>The optimizers of <c>torch.optim</c>, with options and without, and the clipping of gradients before a step.</summary>
static class OptimizerReferences
{
    public static IEnumerable<Reference> All =>
    [
        Of<Sgd>("torch.optim.SGD", Made),
        Plain("torch.optim.SGD", new Sgd(0.1), p => Optim.SGD(p, 0.1)),
        Of<Adam>("torch.optim.Adam", Made),
        Plain("torch.optim.Adam", new Adam(), p => Optim.Adam(p)),
        Of<AdamW>("torch.optim.AdamW", Made),
        Plain("torch.optim.AdamW", new AdamW(), p => Optim.AdamW(p)),
        Of<RmsProp>("torch.optim.RMSProp", Made),
        Plain("torch.optim.RMSProp", new RmsProp(), p => Optim.RMSProp(p)),
        Plain("new TorchSharp.Modules.RMSProp", new RmsProp(), p => new TorchSharp.Modules.RMSProp(p)),
        Of<Adagrad>("torch.optim.Adagrad",
            s => Has(s) ? p => Optim.Adagrad(p, s.LearningRate, s.LearningRateDecay, s.WeightDecay, s.InitialAccumulator, s.Epsilon) : null),
        Plain("torch.optim.Adagrad", new Adagrad(), p => Optim.Adagrad(p)),
        Of<Adadelta>("torch.optim.Adadelta", s => p => Optim.Adadelta(p, s.LearningRate, s.Rho, s.Epsilon, s.WeightDecay, s.Maximize)),
        Plain("torch.optim.Adadelta", new Adadelta(), p => Optim.Adadelta(p)),
        Of<Adamax>("torch.optim.Adamax", s => Has(s) ? p => Optim.Adamax(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay) : null),
        Plain("torch.optim.Adamax", new Adamax(), p => Optim.Adamax(p)),
        Of<NAdam>("torch.optim.NAdam",
            s => Has(s) ? p => Optim.NAdam(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.MomentumDecay) : null),
        Plain("torch.optim.NAdam", new NAdam(), p => Optim.NAdam(p)),
        Of<RAdam>("torch.optim.RAdam", s => Has(s) ? p => Optim.RAdam(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay) : null),
        Plain("torch.optim.RAdam", new RAdam(), p => Optim.RAdam(p)),
        Of<Asgd>("torch.optim.ASGD", s => p => Optim.ASGD(p, s.LearningRate, s.Decay, s.Alpha, s.AveragingStart, s.WeightDecay, s.Maximize)),
        Plain("torch.optim.ASGD", new Asgd(), p => Optim.ASGD(p)),
        Plain("new TorchSharp.Modules.ASGD", new Asgd(), p => new TorchSharp.Modules.ASGD(p)),
        Of<Rprop>("torch.optim.Rprop",
            s => Has(s) ? p => Optim.Rprop(p, s.LearningRate, s.EtaMinus, s.EtaPlus, s.SmallestStep, s.LargestStep, s.Maximize) : null),
        Plain("torch.optim.Rprop", new Rprop(), p => Optim.Rprop(p)),
        Before<ClipGradNorm>("torch.nn.utils.clip_grad_norm_",
            s => s is { Epsilon: ClipGradNorm.Margin, PerTensor: false, ErrorIfNonFinite: false, Optimizer: not Sgd { Maximize: true } }
            ? Made(s.Optimizer) : null,
            s => p => Clip(s, p)),
        Before<ClipGradValue>("torch.nn.utils.clip_grad_value_", s => s.Optimizer is Sgd { Maximize: true } ? null : Made(s.Optimizer),
            s => p => torch.nn.utils.clip_grad_value_(p, s.ClipValue)),
    ];

    // PyTorch too refuses the maximum or minimum of no elements.
    static void Clip(ClipGradNorm s, TorchSharp.Modules.Parameter[] parameters)
    {
        if ((s.NormType < 0 || double.IsPositiveInfinity(s.NormType)) && parameters.Any(parameter => parameter.numel() == 0))
            throw new NotSupportedException("A norm of sizes must be of some elements: expected one or more, got none.");
        torch.nn.utils.clip_grad_norm_(parameters, s.MaxNorm, s.NormType);
    }

    // The inner optimizers of generated wrappers.
    static Making? Made(OptimizerSpec spec) => !Has(spec) ? null : spec switch
    {
        Sgd s => p => Optim.SGD(p, s.LearningRate, s.Momentum, s.Dampening, s.WeightDecay, s.Nesterov, s.Maximize),
        Adam s => p => Optim.Adam(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize),
        AdamW s => p => Optim.AdamW(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize),
        RmsProp s => p => Optim.RMSProp(p, s.LearningRate, s.Alpha, s.Epsilon, s.WeightDecay, s.Momentum, s.Centered, s.Maximize),
        _ => null,
    };

    /// <summary>Whether TorchSharp has all options that a spec uses: a spec built from these alone is equal to it.</summary>
    public static bool Has(OptimizerSpec spec) => spec switch
    {
        Sgd s => s == new Sgd(s.LearningRate, s.Momentum, s.Dampening, s.WeightDecay, s.Nesterov, s.Maximize),
        Adam s => s == new Adam(s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize),
        AdamW s => s == new AdamW(s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize),
        RmsProp s => s == new RmsProp(s.LearningRate, s.Alpha, s.Epsilon, s.WeightDecay, s.Momentum, s.Centered, s.Maximize),
        Adagrad s => s == new Adagrad(s.LearningRate, s.LearningRateDecay, s.WeightDecay, s.InitialAccumulator, s.Epsilon),
        Adamax s => s == new Adamax(s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay),
        NAdam s => s == new NAdam(s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.MomentumDecay),
        RAdam s => s == new RAdam(s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay),
        Rprop s => s.WeightDecay == 0,
        _ => true,
    };
}

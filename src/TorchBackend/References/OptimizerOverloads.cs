using ParityNet.References;
using TorchSharp.Modules;
using static ParityNet.Torch.References.CalledOptimizer;
using Optim = TorchSharp.torch.optim;

namespace ParityNet.Torch.References;

/// <summary>The optimizers of <c>torch.optim</c> over named parameters and over groups that have all their options.</summary>
static class OptimizerOverloads
{
    const string Name = "torch.optim.";

    public static IEnumerable<Reference> All => [.. Named, .. Grouped];

    static IEnumerable<Reference> Named =>
    [
        Of<Sgd>(Name + "SGD(named)",
            s => OptimizerReferences.Has(s) ? p =>
            Optim.SGD(Names(p), s.LearningRate, s.Momentum, s.Dampening, s.WeightDecay, s.Nesterov, s.Maximize) : null),
        Of<Optimizers.Adam>(Name + "Adam(named)",
            s => OptimizerReferences.Has(s) ? p =>
            Optim.Adam(Names(p), s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize) : null),
        Of<Optimizers.AdamW>(Name + "AdamW(named)",
            s => OptimizerReferences.Has(s) ? p =>
            Optim.AdamW(Names(p), s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize) : null),
        Of<RmsProp>(Name + "RMSProp(named)",
            s => OptimizerReferences.Has(s) ? p =>
            Optim.RMSProp(Names(p), s.LearningRate, s.Alpha, s.Epsilon, s.WeightDecay, s.Momentum, s.Centered, s.Maximize) : null),
        Of<Optimizers.Adagrad>(Name + "Adagrad(named)",
            s => OptimizerReferences.Has(s) ? p =>
            Optim.Adagrad(Names(p), s.LearningRate, s.LearningRateDecay, s.WeightDecay, s.InitialAccumulator, s.Epsilon) : null),
        Of<Optimizers.Adadelta>(Name + "Adadelta(named)",
            s => p => Optim.Adadelta(Names(p), s.LearningRate, s.Rho, s.Epsilon, s.WeightDecay, s.Maximize)),
        Of<Optimizers.Adamax>(Name + "Adamax(named)",
            s => OptimizerReferences.Has(s) ? p => Optim.Adamax(Names(p), s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay) : null),
        Of<Optimizers.NAdam>(Name + "NAdam(named)",
            s => OptimizerReferences.Has(s) ? p =>
            Optim.NAdam(Names(p), s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.MomentumDecay) : null),
        Of<Optimizers.RAdam>(Name + "RAdam(named)",
            s => OptimizerReferences.Has(s) ? p => Optim.RAdam(Names(p), s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay) : null),
        Of<Asgd>(Name + "ASGD(named)", s => p => Optim.ASGD(Names(p), s.LearningRate, s.Decay, s.Alpha, s.AveragingStart, s.WeightDecay, s.Maximize)),
        Of<Optimizers.Rprop>(Name + "Rprop(named)",
            s => OptimizerReferences.Has(s) ? p =>
            Optim.Rprop(Names(p), s.LearningRate, s.EtaMinus, s.EtaPlus, s.SmallestStep, s.LargestStep, s.Maximize) : null),
    ];

    // Where a group has no maximize, the optimizer's applies to all groups.
    static IEnumerable<Reference> Grouped =>
    [
        Of<Sgd>(Name + "SGD(groups)",
            s => OptimizerReferences.Has(s) ? p =>
            Optim.SGD([new SGD.ParamGroup(p, s.LearningRate, s.Momentum, s.Dampening, s.WeightDecay, s.Nesterov, s.Maximize)], 0.5) : null),
        Of<Optimizers.Adam>(Name + "Adam(groups)",
            s => OptimizerReferences.Has(s) ? p =>
                Optim.Adam(
                [new TorchSharp.Modules.Adam.ParamGroup(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize)])
                : null),
        Of<Optimizers.AdamW>(Name + "AdamW(groups)",
            s => OptimizerReferences.Has(s) ? p =>
                Optim.AdamW(
                [new TorchSharp.Modules.AdamW.ParamGroup(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize)])
                : null),
        Of<RmsProp>(Name + "RMSProp(groups)", s => OptimizerReferences.Has(s)
            ? p => Optim.RMSProp([new RMSProp.ParamGroup(p, s.LearningRate, s.Epsilon, s.Alpha, s.WeightDecay, s.Momentum, s.Centered)],
                maximize: s.Maximize) : null),
        Of<Optimizers.Adagrad>(Name + "Adagrad(groups)",
            s => OptimizerReferences.Has(s) ? p =>
                Optim.Adagrad(
                [new TorchSharp.Modules.Adagrad.ParamGroup(p, s.LearningRate, s.LearningRateDecay, s.WeightDecay, s.InitialAccumulator, s.Epsilon)])
                : null),
        Of<Optimizers.Adadelta>(Name + "Adadelta(groups)",
            s => p => Optim.Adadelta([new TorchSharp.Modules.Adadelta.ParamGroup(p, s.LearningRate, s.Rho, s.Epsilon, s.WeightDecay, s.Maximize)])),
        Of<Optimizers.Adamax>(Name + "Adamax(groups)",
            s => OptimizerReferences.Has(s) ? p =>
                Optim.Adamax([new TorchSharp.Modules.Adamax.ParamGroup(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay)]) : null),
        Of<Optimizers.NAdam>(Name + "NAdam(groups)",
            s => OptimizerReferences.Has(s) ? p =>
                Optim.NAdam(
                [new TorchSharp.Modules.NAdam.ParamGroup(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.MomentumDecay)]) : null),
        Of<Optimizers.RAdam>(Name + "RAdam(groups)",
            s => OptimizerReferences.Has(s) ? p =>
                Optim.RAdam([new TorchSharp.Modules.RAdam.ParamGroup(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay)]) : null),
        Of<Asgd>(Name + "ASGD(groups)",
            s => p => Optim.ASGD([new ASGD.ParamGroup(p, s.LearningRate, s.Decay, s.Alpha, s.AveragingStart, s.WeightDecay)], maximize: s.Maximize)),
        Of<Optimizers.Rprop>(Name + "Rprop(groups)",
            s => OptimizerReferences.Has(s) ? p =>
                Optim.Rprop(
                [new TorchSharp.Modules.Rprop.ParamGroup(p, s.LearningRate, s.EtaMinus, s.EtaPlus, s.SmallestStep, s.LargestStep, s.Maximize)])
                : null),
    ];

    static IEnumerable<(string Name, Parameter Parameter)> Names(IEnumerable<Parameter> parameters) =>
        parameters.Select((parameter, i) => ($"{i}", parameter));
}

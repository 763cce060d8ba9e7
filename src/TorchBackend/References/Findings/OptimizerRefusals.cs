using ParityNet.References;
using TorchSharp.Modules;

namespace ParityNet.Torch.References.Findings;

/// <summary>What PyTorch's optimizers refuse and TorchSharp's do not.</summary>
static class OptimizerRefusals
{
    const string Name = "torch.optim.";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("optimizer-without-parameters", [Name + "Optimizer"], "An optimizer of no parameters is made.",
            "Refuses: optimizer got an empty parameter list.",
            () => new Seen(Refusal.Of(() => torch.optim.SGD(Array.Empty<Parameter>(), 0.5).Dispose()), true))
        { Kind = FindingKind.Accepts },
        new("parameter-in-two-groups", [Name + "Optimizer"], "A parameter in two groups is accepted, and steps twice.",
            "Refuses: some parameters appear in more than one parameter group.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                return new Seen(Refusal.Of(() => torch.optim.SGD([new SGD.ParamGroup([p]), new SGD.ParamGroup([p])], 0.5).Dispose()), true);
            })
        { Kind = FindingKind.Accepts },
        new("rprop-etas", [Name + "Rprop"], "Any etaminus and etaplus are accepted.", "Refuses etas that are not 0 < etaminus < 1 < etaplus.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                return new Seen(Refusal.Of(() => torch.optim.Rprop([p], etaminus: 2, etaplus: 0.5).Dispose()), true);
            })
        { Kind = FindingKind.Accepts },
        new("asgd-negative-weight-decay", [Name + "ASGD"], "A negative weight_decay is accepted.", "Refuses it.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                return new Seen(Refusal.Of(() => torch.optim.ASGD([p], weight_decay: -1).Dispose()), true);
            })
        { Kind = FindingKind.Accepts },
        new("option-that-is-nan",
            [Name + "Adam", Name + "AdamW", Name + "RMSProp", Name + "Adagrad", Name + "Adadelta", Name + "Adamax", Name + "NAdam", Name + "RAdam",
            Name + "ASGD", Name + "Rprop"],
            "NaN is accepted for every option: lr, weight_decay, eps, a beta, a momentum, rho.",
                "Refuses it: what is not at least 0 is none of these.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                return new Seen(Refusal.Of(() => torch.optim.Adam([p], double.NaN).Dispose())
                    && Refusal.Of(() => torch.optim.Adam([p], eps: double.NaN).Dispose())
                    && Refusal.Of(() => torch.optim.RMSProp([p], momentum: double.NaN).Dispose())
                        && Refusal.Of(() => torch.optim.Adadelta([p], rho: double.NaN).Dispose()), true);
            })
        { Kind = FindingKind.Accepts },
        new("beta-of-one", [Name + "Adamax", Name + "NAdam", Name + "RAdam"],
            "A beta of 1 is accepted, and the first step divides by 1 − β = 0.", "Refuses betas that are not from 0 up to but not including 1.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                return new Seen(Refusal.Of(() => torch.optim.Adamax([p], beta1: 1).Dispose())
                    && Refusal.Of(() => torch.optim.NAdam([p], beta1: 1).Dispose())
                    && Refusal.Of(() => torch.optim.RAdam([p], beta1: 1).Dispose()), true);
            })
        { Kind = FindingKind.Accepts },
    ];
}

using ParityNet.References;
using TorchSharp.Modules;

namespace ParityNet.Torch.References.Findings;

/// <summary>Optimizers of TorchSharp whose options differ from PyTorch's.</summary>
static class OptimizerDefaults
{
    const string Name = "torch.optim.";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("adamw-default-weight-decay", [Name + "AdamW()"], "The default of weight_decay is 0: AdamW is Adam.",
            "The default of weight_decay is 0.01.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var optimizer = torch.optim.AdamW([p]);
                return new Seen(((TorchSharp.Modules.AdamW.Options)optimizer.state_dict().Options[0]).weight_decay, 0.01);
            })
        { Kind = FindingKind.Default, Covers = ReferenceFinding.Everywhere },
        new("radam-default-rate", [Name + "RAdam()"], "The default of lr is 0.002.", "The default of lr is 0.001.",
            () => new Seen(Rate(p => torch.optim.RAdam(p)), 0.001))
        { Kind = FindingKind.Default, Covers = ReferenceFinding.Everywhere },
        new("asgd-default-rate", [Name + "ASGD()"], "The default of lr is 0.001; the constructor of TorchSharp.Modules.ASGD has 0.01.",
            "The default of lr is 0.01.",
            () => new Seen(Rate(p => torch.optim.ASGD(p)), 0.01))
        { Kind = FindingKind.Default, Covers = ReferenceFinding.Everywhere },
        new("rmsprop-constructor-default-rate", ["new TorchSharp.Modules.RMSProp()"], "The default of lr is 0.001; torch.optim.RMSProp has 0.01.",
            "The default of lr is 0.01.",
            () => new Seen(Rate(p => new RMSProp(p)), 0.01))
        { Kind = FindingKind.Default, Covers = ReferenceFinding.Everywhere },
        new("param-group-inherits-nothing",
            ["SGD.ParamGroup", "Adam.ParamGroup", "AdamW.ParamGroup", "RMSProp.ParamGroup", "Adagrad.ParamGroup", "Adadelta.ParamGroup",
            "ASGD.ParamGroup", "Rprop.ParamGroup"],
            "A group that is made with parameters alone has options of its own, not those of the optimizer.",
                "A group takes the options that it does not set from the optimizer.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var optimizer = torch.optim.SGD([new SGD.ParamGroup([p])], 0.5, momentum: 0.5);
                return new Seen(optimizer.ParamGroups.Single().LearningRate, 0.5);
            })
        { Kind = FindingKind.Default },
        new("param-group-rate-of-one", ["RAdam.ParamGroup", "NAdam.ParamGroup", "Adamax.ParamGroup"],
            "A group that is made with parameters alone has a learning rate of 1.", "It takes the learning rate of the optimizer.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var optimizer = torch.optim.NAdam([new TorchSharp.Modules.NAdam.ParamGroup([p])], 0.5);
                return new Seen(optimizer.ParamGroups.Single().LearningRate, 0.5);
            })
        { Kind = FindingKind.Default },
        new("maximize-missing", [Name + "Adagrad", Name + "Adamax", Name + "NAdam", Name + "RAdam"], "There is no maximize.", "maximize climbs.",
            () => new Seen(new[] { "Adagrad", "Adamax", "NAdam", "RAdam" }
                .All(optimizer => Overloads.Take(typeof(torch.optim), optimizer, "maximize")), true))
        { Kind = FindingKind.Lacks },
        new("decoupled-weight-decay-missing", [Name + "Adam", Name + "NAdam", Name + "RAdam"], "There is no decoupled_weight_decay.",
            "decoupled_weight_decay decays as AdamW does.",
            () => new Seen(new[] { "Adam", "NAdam", "RAdam" }
                .All(optimizer => Overloads.Take(typeof(torch.optim), optimizer, "decoupled_weight_decay")), true))
        { Kind = FindingKind.Lacks },
        new("sgd-default-rate", [Name + "SGD"], "The learning rate must be given.", "The default of lr is 0.001.",
            () => new Seen(Overloads.MayLeaveOut(typeof(torch.optim), "SGD", "learningRate"), true))
        { Kind = FindingKind.Lacks },
        new("clip-grad-norm-nonfinite", ["torch.nn.utils.clip_grad_norm_"], "There is no error_if_nonfinite.",
            "error_if_nonfinite refuses a norm that is NaN or infinite.",
            () => new Seen(Overloads.Take(typeof(torch.nn.utils), "clip_grad_norm_", "error_if_nonfinite"), true))
        { Kind = FindingKind.Lacks },
    ];

    static double Rate(Func<Parameter[], OptimizerHelper> make)
    {
        using var p = new Parameter(torch.tensor(new[] { 1.0 }));
        using OptimizerHelper optimizer = make([p]);
        return optimizer.ParamGroups.Single().LearningRate;
    }
}

using ParityNet.References;
using TorchSharp.Modules;

namespace ParityNet.Torch.References.Findings;

/// <summary>Where TorchSharp's optimizers differ from PyTorch's in the state that they keep, save and load.</summary>
static class OptimizerStates
{
    const string Name = "torch.optim.";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("adadelta-step", [Name + "Adadelta"], "step is never counted.", "step counts the steps.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var optimizer = torch.optim.Adadelta([p]);
                p.grad = torch.tensor(new[] { 1.0 });
                optimizer.step();
                return new Seen(((TorchSharp.Modules.Adadelta.State)optimizer.state_dict().State[0]).step, 1L);
            })
        { Kind = FindingKind.State },
        new("sgd-load-without-momentum", [Name + "SGD.load_state_dict"],
            "The state of an SGD without momentum, or before its first step, cannot be loaded: it ends in a NullReferenceException.",
                "Such a state is loaded.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var q = new Parameter(torch.tensor(new[] { 1.0 }));
                using var from = torch.optim.SGD([p], 0.5);
                using var to = torch.optim.SGD([q], 0.5);
                return new Seen(Refusal.Of(() => to.load_state_dict(from.state_dict())), false);
            })
        { Kind = FindingKind.Refuses },
        new("state-loaded-in-scope", [Name + "Optimizer.load_state_dict"],
            "A state that is loaded inside a DisposeScope is disposed with the scope: the next step ends in an exception.",
                "The state belongs to the optimizer.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var q = new Parameter(torch.tensor(new[] { 1.0 }));
                using var from = torch.optim.Adam([p]);
                using var to = torch.optim.Adam([q]);
                using (torch.NewDisposeScope())
                    to.load_state_dict(from.state_dict());
                q.grad = torch.tensor(new[] { 1.0 });
                bool refused = Refusal.Of(() => to.step());
                return new Seen(refused, false);
            })
        { Kind = FindingKind.State },
        new("asgd-param-groups", [Name + "ASGD"],
            "Groups of the type that its signature asks for, ParamGroup<ASGD.Options>, end in a NullReferenceException at the first step.",
                "The groups are updated.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var optimizer = torch.optim.ASGD([new ParamGroup<ASGD.Options>([p])]);
                p.grad = torch.tensor(new[] { 1.0 });
                return new Seen(Refusal.Of(() => optimizer.step()), false);
            })
        { Kind = FindingKind.Refuses },
    ];
}

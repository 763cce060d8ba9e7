using ParityNet.References;
using TorchSharp.Modules;

namespace ParityNet.Torch.References.Findings;

/// <summary>The quasi-Newton optimizer of TorchSharp, which is libtorch's own and not a port.</summary>
static class LbfgsFindings
{
    const string Name = "torch.optim.LBFGS";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("lbfgs-ignores-schedulers", [Name],
            "A scheduler writes to a group that libtorch never sees: the learning rate stays.", "The rate of the group is the step length.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var optimizer = torch.optim.LBFGS([p], 1, max_iter: 1);
                torch.optim.lr_scheduler.ConstantLR(optimizer, 0.5);
                optimizer.step(() =>
                {
                    var loss = p.sum();
                    loss.backward();
                    return loss;
                });
                return new Seen(p.item<double>(), 0.5);
            })
        // libtorch warns about a call that TorchSharp makes.
        { Apart = new(0.0, 0.5) },
        new("lbfgs-default-rate", [Name + "()"], "The default of lr is 0.01.", "The default of lr is 1.",
            () => new Seen(Overloads.Default(typeof(torch.optim), "LBFGS", "lr"), 1.0))
        { Kind = FindingKind.Default },
        new("lbfgs-default-tolerance", [Name + "()"], "The default of tolerance_grad, spelled tolerange_grad, is 1e-5.",
            "The default of tolerance_grad is 1e-7.",
            () => new Seen(Overloads.Default(typeof(torch.optim), "LBFGS", "tolerange_grad")
                ?? Overloads.Default(typeof(torch.optim), "LBFGS", "tolerance_grad"), 1e-7))
        { Kind = FindingKind.Default },
        new("lbfgs-named-parameters", [Name],
            "With named parameters max_eval must be given: without it the call ends in an InvalidOperationException.",
                "Without max_eval it is 1.25·max_iter.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                return new Seen(Refusal.Of(() => torch.optim.LBFGS([("p", p)]).Dispose()), false);
            })
        { Kind = FindingKind.Refuses },
        new("lbfgs-line-search", [Name], "There is no line_search_fn.", "line_search_fn may be strong_wolfe.",
            () => new Seen(Overloads.Take(typeof(torch.optim), "LBFGS", "line_search_fn"), true))
        { Kind = FindingKind.Lacks },
        new("lbfgs-state", [Name], "There is no state_dict.", "state_dict and load_state_dict save the history and bring it back.",
            () => new Seen(Overloads.Has(typeof(LBFGS), "state_dict"), true))
        { Kind = FindingKind.Lacks },
    ];
}

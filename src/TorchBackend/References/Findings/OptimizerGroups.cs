using ParityNet.References;
using TorchSharp.Modules;

namespace ParityNet.Torch.References.Findings;

/// <summary>Where TorchSharp's optimizers differ from PyTorch's in handling groups and parameters.</summary>
static class OptimizerGroups
{
    public static IEnumerable<ReferenceFinding> All =>
    [
        new("rmsprop-group-argument-order", ["RMSProp.ParamGroup"],
            "By position the third argument is eps and the fourth alpha; torch.optim.RMSProp has them the other way round.",
                "alpha comes before eps.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                return new Seen(new RMSProp.ParamGroup([p], 0.5, 0.75).Options.alpha, 0.75);
            })
        { Kind = FindingKind.Default },
        new("plain-group-added", ["torch.optim.Optimizer.add_param_group"],
            "A TorchSharp.Modules.ParamGroup, which the signature asks for, is accepted and ends in a NullReferenceException at the next step.",
                "The groups are updated.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var q = new Parameter(torch.tensor(new[] { 1.0 }));
                using var optimizer = torch.optim.SGD([p], 0.5);
                optimizer.add_param_group(new ParamGroup { Parameters = [q] });
                return new Seen(Refusal.Of(() => optimizer.step()), false);
            })
        { Kind = FindingKind.Refuses },
        new("parameters-read-at-each-step", ["torch.optim.Optimizer"],
            "The sequence of parameters is kept and read again at each step: a query over them steps what it gives then, and ends in an exception " +
                "where that is another parameter.",
            "The parameters are those that the sequence gave when the optimizer was made.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                bool chosen = true;
                using var optimizer = torch.optim.SGD(new[] { p }.Where(_ => chosen), 0.5);
                chosen = false;
                p.grad = torch.tensor(new[] { 1.0 });
                optimizer.step();
                return new Seen(p.item<double>(), 0.5);
            })
        { Kind = FindingKind.State },
        new("state-of-strided-parameters", ["torch.optim.Optimizer.save_state_dict"],
            "The state of a parameter that is not contiguous, such as a transposed one, cannot be saved: it ends in an InvalidOperationException.",
                "Strides do not matter.",
            () =>
            {
                using var p = new Parameter(torch.zeros(2, 3).t());
                using var optimizer = torch.optim.Adam([p]);
                using var writer = new BinaryWriter(Stream.Null);
                return new Seen(Refusal.Of(() => optimizer.save_state_dict(writer)), false);
            })
        { Kind = FindingKind.Refuses },
        new("state-loaded-element-type", ["torch.optim.Optimizer.load_state_dict"],
            "A state keeps the element type that it was saved with: after a run in float a run in double accumulates its moments in float.",
            "A state is converted to the element type of its parameter.",
            () =>
            {
                using var p = new Parameter(torch.ones(1));
                using var q = new Parameter(torch.ones(1, dtype: torch.ScalarType.Float64));
                using var from = torch.optim.Adam([p]);
                using var to = torch.optim.Adam([q]);
                to.load_state_dict(from.state_dict());
                return new Seen(((TorchSharp.Modules.Adam.State)to.state_dict().State[0]).exp_avg.dtype, torch.ScalarType.Float64);
            })
        { Kind = FindingKind.State },
    ];
}

using ParityNet.References;

namespace ParityNet.Torch.References.Findings;

/// <summary>Functions of PyTorch that TorchSharp lacks, or offers under a name that computes another.</summary>
static class NameFindings
{
    const string Optim = "torch.optim.";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("erfcx-is-erfc", ["torch.special.erfcx"], "Computes erfc.", "Computes exp(x²)·erfc(x).",
            () =>
            {
                using var x = torch.tensor(new[] { 1.0 });
                return new Seen(Math.Round(torch.special.erfcx(x).item<double>(), 6), 0.427584);
            }),
        new("softmax2d-dimensions", ["torch.nn.Softmax2d"], "An input of five or more dimensions is accepted.",
            "Refuses: Softmax2d requires a 3D or 4D tensor as input.",
            () =>
            {
                using var module = torch.nn.Softmax2d();
                using var x = torch.ones([1, 1, 2, 2, 2]);
                return new Seen(Refusal.Of(() => module.call(x)), true);
            })
        { Kind = FindingKind.Accepts },
        new("log-softmax-dtype", ["torch.nn.functional.log_softmax", "torch.nn.functional.softmin"], "There is no dtype.",
            "dtype is an option: the input is converted first.",
            () => new Seen(new[] { "log_softmax", "softmin" }.All(function => Overloads.Take(typeof(torch.nn.functional), function, "dtype")), true))
        { Kind = FindingKind.Lacks },
        new("softmax-dim-default",
            ["torch.nn.functional.softmax", "torch.nn.functional.log_softmax", "torch.nn.functional.softmin", "torch.nn.Softmax",
            "torch.nn.LogSoftmax", "torch.nn.Softmin"],
            "dim must be given.", "Without dim it is 0 for 0, 1 or 3 dimensions, else 1, with a warning.",
            () => new Seen(Overloads.MayLeaveOut(typeof(torch.nn.functional), "softmax", "dim")
                && Overloads.MayLeaveOut(typeof(torch.nn), "Softmax", "dim"), true))
        { Kind = FindingKind.Lacks },
        new("activations-missing",
            ["torch.relu", "torch.selu", "torch.celu", "torch.prelu", "torch.rrelu", "torch.threshold", "torch.hardshrink", "torch.log_softmax",
                "Tensor.hardshrink"],
            "There is no such function: torch.nn.functional has it.", "Each is there beside that of torch.nn.functional.",
            () => new Seen(new[] { "relu", "selu", "celu", "prelu", "rrelu", "threshold", "hardshrink", "log_softmax" }
                .All(name => Overloads.Has(typeof(torch), name)), true))
        { Kind = FindingKind.Lacks },
        new("optimizers-missing", [Optim + "Adafactor", Optim + "Muon", Optim + "SparseAdam"], "There is no such optimizer.", "All three are there.",
            () => new Seen(new[] { "Adafactor", "Muon", "SparseAdam" }.All(name => Overloads.Has(typeof(torch.optim), name)), true))
        { Kind = FindingKind.Lacks },
        new("schedulers-missing", [Optim + "lr_scheduler.CosineAnnealingWarmRestarts", Optim + "swa_utils.SWALR", Optim + "swa_utils.AveragedModel"],
            "There is no such scheduler, and no average of weights.", "All three are there.",
            () => new Seen(new[] { "CosineAnnealingWarmRestarts", "SWALR" }.All(name => Overloads.Has(typeof(torch.optim.lr_scheduler), name)), true))
        { Kind = FindingKind.Lacks },
    ];
}

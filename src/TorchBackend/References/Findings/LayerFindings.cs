using ParityNet.References;

namespace ParityNet.Torch.References.Findings;

/// <summary>Layers of TorchSharp that differ from PyTorch's.</summary>
static class LayerFindings
{
    public static IEnumerable<ReferenceFinding> All =>
    [
        new("batch-norm-single-value", ["torch.nn.BatchNorm1d", "torch.nn.functional.batch_norm"],
            "One value per channel is normalized in training: the result is the bias alone, and the running variance becomes NaN.",
            "Refuses: Expected more than 1 value per channel when training.",
            () =>
            {
                using var module = torch.nn.BatchNorm1d(2);
                using var x = torch.ones(1, 2);
                return new Seen(Refusal.Of(() => module.call(x)), true);
            })
        { Kind = FindingKind.Accepts, Covers = spec => spec is Layers.BatchNorm { Training: true } },
        new("batch-norm-num-batches-type", ["torch.nn.BatchNorm1d"],
            "num_batches_tracked has the element type of the module, so that its state_dict differs from PyTorch's.",
                "num_batches_tracked is an int64.",
            () =>
            {
                using var module = torch.nn.BatchNorm1d(2, dtype: torch.ScalarType.Float64);
                return new Seen(module.num_batches_tracked!.dtype, torch.ScalarType.Int64);
            })
        { Kind = FindingKind.State },
        new("batch-norm-cumulative", ["torch.nn.BatchNorm1d"],
            "momentum cannot be left empty when the module is made.", "With momentum None the running statistics are means over all batches.",
            () => new Seen(Overloads.Take<double?>(typeof(torch.nn), "BatchNorm1d", "momentum"), true))
        { Kind = FindingKind.Lacks },
        new("dropout-probability", ["torch.nn.Dropout"],
            "A probability outside 0..1 is accepted when the module is created, and refused by its first call.",
                "Refuses it when the module is created.",
            () => new Seen(Refusal.Of(() => torch.nn.Dropout(2)), true))
        { Kind = FindingKind.Accepts },
    ];
}

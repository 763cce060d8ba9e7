using ParityNet.References;
using TorchSharp.Modules;

namespace ParityNet.Torch.References.Findings;

/// <summary>Where TorchSharp's modules differ from PyTorch's in what they hold: parameters, and the weights of losses.</summary>
static class ModuleFindings
{
    public static IEnumerable<ReferenceFinding> All => [.. Parameters, .. Modules];

    static IEnumerable<ReferenceFinding> Parameters =>
    [
        new("parameter-takes-tensor", ["new TorchSharp.Modules.Parameter", "torch.nn.Parameter"],
            "The tensor that a parameter is made of loses its handle: its next use ends in an exception.", "Both share their numbers.",
            () =>
            {
                using var tensor = torch.tensor(new[] { 1.0 });
                using var parameter = new Parameter(tensor);
                return new Seen(tensor.IsInvalid, false);
            })
        { Kind = FindingKind.State },
        new("parameter-of-a-result", ["new TorchSharp.Modules.Parameter", "torch.nn.Parameter"],
            "A parameter of what was computed stays part of the graph: it is no leaf, gets no gradient, and an optimizer leaves it as it is.",
                "A parameter is a leaf.",
            () =>
            {
                using var x = torch.tensor(new[] { 1.0 }, requires_grad: true);
                using var parameter = new Parameter(x * x);
                return new Seen(parameter.is_leaf, true);
            })
        { Kind = FindingKind.State },
        new("state-dict-in-the-graph", ["torch.nn.Module.state_dict"],
            "Gives the parameters themselves, which require gradients and may be disposed by their reader.",
                "Gives tensors that share their numbers and are detached.",
            () =>
            {
                using var module = torch.nn.Linear(2, 2);
                return new Seen(module.state_dict()["weight"].requires_grad, false);
            })
        { Kind = FindingKind.State },
        new("state-dict-of-another-shape", ["torch.nn.Module.load_state_dict"],
            "Parameters of another shape are accepted where they broadcast.", "Refuses: size mismatch.",
            () =>
            {
                using var module = torch.nn.Linear(2, 3);
                var other = new Dictionary<string, Tensor> { ["weight"] = torch.ones(1, 2), ["bias"] = torch.zeros(1) };
                return new Seen(Refusal.Of(() => module.load_state_dict(other)), true);
            })
        { Kind = FindingKind.Accepts },
    ];

    static IEnumerable<ReferenceFinding> Modules =>
    [
        new("prelu-init-in-float", ["torch.nn.PReLU"],
            "init is rounded to float before the weight becomes a double: 0.1 is 0.10000000149011612.", "The weight is made in its element type.",
            () =>
            {
                using var module = torch.nn.PReLU(1, init: 0.1, dtype: torch.ScalarType.Float64);
                return new Seen(module.weight.item<double>(), 0.1);
            }),
        new("loss-weight-not-registered",
            ["torch.nn.CrossEntropyLoss", "torch.nn.NLLLoss", "torch.nn.BCELoss", "torch.nn.BCEWithLogitsLoss", "torch.nn.MultiMarginLoss",
                "torch.nn.MultiLabelSoftMarginLoss"],
            "weight and pos_weights are no buffers: to() leaves them in their element type and on their device, and state_dict lacks them.",
            "weight and pos_weight are buffers, which move and are saved with the module.",
            () =>
            {
                var weight = torch.ones(2);
                torch.nn.Module[] modules =
                    [torch.nn.CrossEntropyLoss(weight), torch.nn.NLLLoss(weight), torch.nn.BCELoss(weight), torch.nn.BCEWithLogitsLoss(weight),
                    torch.nn.MultiMarginLoss(weight: weight), torch.nn.MultiLabelSoftMarginLoss(weight)];
                foreach (var module in modules)
                    module.to(torch.ScalarType.Float64);
                return new Seen(
                    modules.Count(module => module.state_dict().TryGetValue("weight", out var saved) && saved.dtype == torch.ScalarType.Float64),
                    modules.Length);
            })
        { Kind = FindingKind.State },
        new("loss-weight-in-scope",
            ["torch.nn.CrossEntropyLoss", "torch.nn.NLLLoss", "torch.nn.BCELoss", "torch.nn.BCEWithLogitsLoss", "torch.nn.MultiMarginLoss",
                "torch.nn.MultiLabelSoftMarginLoss"],
            "A weight that is made inside a DisposeScope is disposed with the scope, though the module goes on: torch.nn.Linear takes its " +
                "parameters out.",
            "The weight belongs to the module.",
            () =>
            {
                TorchSharp.Modules.CrossEntropyLoss module;
                using (torch.NewDisposeScope())
                    module = torch.nn.CrossEntropyLoss(torch.ones(2));
                return new Seen(module.weight!.IsInvalid, false);
            })
        { Kind = FindingKind.State },
        new("parameter-assigned-to-itself",
            ["Linear.bias", "LayerNorm.bias", "BatchNorm1d.bias", "BatchNorm1d.running_mean", "BatchNorm1d.running_var",
                "BatchNorm1d.num_batches_tracked"],
            "Assigning what the property has disposes it; weight looks first whether it is the same.", "Nothing changes.",
            () =>
            {
                var linear = torch.nn.Linear(2, 2);
                linear.bias = linear.bias;
                var layer = torch.nn.LayerNorm(2);
                layer.bias = layer.bias;
                var batch = torch.nn.BatchNorm1d(2);
                (batch.bias, batch.running_mean, batch.running_var, batch.num_batches_tracked) =
                    (batch.bias, batch.running_mean, batch.running_var, batch.num_batches_tracked);
                Tensor?[] kept = [linear.bias, layer.bias, batch.bias, batch.running_mean, batch.running_var, batch.num_batches_tracked];
                return new Seen(kept.Count(tensor => !tensor!.IsInvalid), kept.Length);
            })
        { Kind = FindingKind.State },
        new("moved-module-has-other-parameters", ["torch.nn.Module.to", "torch.optim.Optimizer.step"],
            "to() of another element type makes other parameters and disposes the old ones: an optimizer made before ends in a " +
                "KeyNotFoundException at its next step.",
            "to() keeps the parameters and changes what they hold, so that an optimizer goes on.",
            () =>
            {
                using var module = torch.nn.Linear(1, 1);
                using var optimizer = torch.optim.SGD(module.parameters(), 0.5);
                module.to(torch.ScalarType.Float64);
                module.call(torch.ones(1, 1, dtype: torch.ScalarType.Float64)).sum().backward();
                return new Seen(Refusal.Of(() => optimizer.step()), false);
            })
        { Kind = FindingKind.Refuses },
    ];
}

using ParityNet.References;

namespace ParityNet.Torch.References.Findings;

/// <summary>Activations of TorchSharp that differ from PyTorch's.</summary>
static class ActivationFindings
{
    public static IEnumerable<ReferenceFinding> All =>
    [
        new("hardtanh-returns-input",
            ["torch.nn.functional.hardtanh", "torch.nn.functional.hardtanh()", "torch.nn.Hardtanh", "torch.nn.Hardtanh()", "Tensor.hardtanh"],
            "Returns its input: the result of the native call is discarded.", "Clamps its input to min_val..max_val.",
            () =>
            {
                using var x = torch.tensor(new[] { 2.0 });
                using var y = torch.nn.functional.hardtanh(x);
                return new Seen(y.item<double>(), 1.0);
            })
        { Covers = ReferenceFinding.Everywhere },
        new("hardtanh-shares-handle", ["torch.nn.functional.hardtanh", "torch.nn.Hardtanh", "Tensor.hardtanh"],
            "Disposing the result disposes the input.", "The result is a tensor of its own.",
            () =>
            {
                using var x = torch.tensor(new[] { 2.0 });
                torch.nn.functional.hardtanh(x).Dispose();
                return new Seen(x.IsInvalid, false);
            })
        { Kind = FindingKind.State },
        new("elu-not-in-place", ["Tensor.elu_", "Tensor.elu_()", "torch.nn.functional.elu(inplace)", "torch.nn.ELU(inplace)"],
            "Leaves its tensor as it is: elu_(alpha) calls elu.", "Changes its tensor in place.",
            () =>
            {
                using var x = torch.tensor(new[] { double.NegativeInfinity });
                using var y = x.elu_();
                return new Seen(x.item<double>(), -1.0);
            })
        { Covers = ReferenceFinding.Everywhere },
        new("gelu-in-place-result", ["Tensor.gelu_"],
            "Returns another Tensor object, which has to be disposed too.", "Returns its tensor, as every other in-place method of TorchSharp does.",
            () =>
            {
                using var x = torch.tensor(new[] { 1.0 });
                using var y = x.gelu_();
                return new Seen(ReferenceEquals(x, y), true);
            })
        { Kind = FindingKind.State },
        new("mish-in-place-gradient", ["torch.nn.functional.mish(inplace)", "torch.nn.Mish(inplace)"],
            "Has no gradient: softplus and tanh need the numbers that mul_ has overwritten, and autograd refuses.", "Has a gradient in place too.",
            () =>
            {
                using var x = torch.tensor(new[] { 1.0 }, requires_grad: true);
                using var y = torch.nn.functional.mish(x.clone(), inplace: true);
                return new Seen(Refusal.Of(() => y.backward()), false);
            })
        { Kind = FindingKind.Refuses },
        new("rrelu-training", ["torch.nn.RReLU", "torch.nn.functional.rrelu"],
            "Never draws a slope: the mean of lower and upper is used in training too, and functional.rrelu has no option training.",
            "In training every negative element gets a slope drawn uniformly from lower to upper.",
            () =>
            {
                using var module = torch.nn.RReLU();
                module.train();
                using var x = torch.full(100, -1.0);
                using var y = module.call(x);
                return new Seen(y.min().item<float>() == y.max().item<float>(), false);
            }),
        new("hardtanh-bounds", ["torch.nn.Hardtanh"], "A min_val greater than max_val is accepted.", "Refuses it.",
            () => new Seen(Refusal.Of(() => torch.nn.Hardtanh(1, -1)), true))
        { Kind = FindingKind.Accepts },
        new("elu-alpha-default", ["torch.nn.functional.elu", "torch.nn.functional.celu"],
            "alpha must be given.", "The default of alpha is 1.",
            () => new Seen(Overloads.MayLeaveOut(typeof(torch.nn.functional), "elu", "alpha")
                && Overloads.MayLeaveOut(typeof(torch.nn.functional), "celu", "alpha"), true))
        { Kind = FindingKind.Lacks },
        new("prelu-num-parameters-default", ["torch.nn.PReLU"],
            "num_parameters must be given.", "The default of num_parameters is 1.",
            () => new Seen(Overloads.MayLeaveOut(typeof(torch.nn), "PReLU", "num_parameters"), true))
        { Kind = FindingKind.Lacks },
    ];
}

using ParityNet.References;

namespace ParityNet.Torch.References.Findings;

/// <summary>Arguments of losses that TorchSharp takes and PyTorch refuses, or the other way round.</summary>
static class LossRefusals
{
    const string F = "torch.nn.functional.", Gaussian = F + "gaussian_nll_loss", GaussianModule = "torch.nn.GaussianNLLLoss";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("gaussian-nll-shared-variance", [Gaussian, GaussianModule],
            "A variance that the elements of the last dimension share is refused where the input has more than two dimensions.",
            "A variance of the input's shape without its last dimension, or with 1 there, is shared along it.",
            () =>
            {
                using var input = torch.ones(2, 2, 3);
                using var target = torch.zeros(2, 2, 3);
                using var variance = torch.ones(2, 2);
                return new Seen(Refusal.Of(() => torch.nn.functional.gaussian_nll_loss(input, target, variance)), false);
            })
        { Kind = FindingKind.Refuses },
        new("gaussian-nll-without-dimensions", [Gaussian, GaussianModule],
            "Arguments without dimensions end in an IndexOutOfRangeException.", "A single number has a loss.",
            () =>
            {
                using var input = torch.tensor(1.0);
                using var target = torch.tensor(0.0);
                return new Seen(Refusal.Of(() => torch.nn.functional.gaussian_nll_loss(input, target, input)), false);
            })
        { Kind = FindingKind.Refuses },
        new("gaussian-nll-variance-shape", [Gaussian, GaussianModule],
            "A variance of another shape is accepted where it has as many elements: it is read in the order of memory.",
                "Refuses: var is of incorrect size.",
            () =>
            {
                using var input = torch.ones(2, 3);
                using var target = torch.zeros(2, 3);
                using var variance = torch.ones(3, 2);
                return new Seen(Refusal.Of(() => torch.nn.functional.gaussian_nll_loss(input, target, variance)), true);
            })
        { Kind = FindingKind.Accepts },
        new("reduction-out-of-range", [F + "mse_loss", "torch.nn.MSELoss", "every loss with a reduction"],
            "A reduction that is none of the three is accepted, and the mean computed.", "Refuses: it is not a valid value for reduction.",
            () =>
            {
                using var one = torch.ones(2);
                return new Seen(Refusal.Of(() => torch.nn.functional.mse_loss(one, one, (torch.nn.Reduction)7)), true);
            })
        { Kind = FindingKind.Accepts },
        new("element-loss-weight", [F + "mse_loss", F + "l1_loss", F + "huber_loss"],
            "weight cannot be given.", "weight is an option: the weight of each element.",
            () => new Seen(new[] { "mse_loss", "l1_loss", "huber_loss" }.All(loss => Overloads.Take(typeof(torch.nn.functional), loss, "weight")),
                true))
        { Kind = FindingKind.Lacks },
    ];
}

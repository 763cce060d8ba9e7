using ParityNet.References;
using TorchSharp.Modules;

namespace ParityNet.Torch.References.Findings;

/// <summary>Optimizers of TorchSharp whose steps and states differ from PyTorch's.</summary>
static class OptimizerFindings
{
    const string Name = "torch.optim.";

    public static IEnumerable<ReferenceFinding> All =>
        [.. Steps, .. OptimizerDefaults.All, .. OptimizerStates.All, .. OptimizerGroups.All, .. OptimizerRefusals.All, .. LbfgsFindings.All];

    static IEnumerable<ReferenceFinding> Steps =>
    [
        new("sgd-maximize-weight-decay", [Name + "SGD", Name + "SGD(named)", Name + "SGD(groups)"],
            "With maximize the decay is added to the gradient before the negation, so that weights grow.",
                "The gradient is negated first, so that weights decay.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 2.0 }));
                using var optimizer = torch.optim.SGD([p], 0.5, weight_decay: 0.5, maximize: true);
                p.grad = torch.tensor(new[] { 1.0 });
                optimizer.step();
                return new Seen(p.item<double>(), 2.0);
            })
        { Covers = spec => spec is Sgd { Maximize: true, WeightDecay: > 0 } },
        new("sgd-maximize-momentum-buffer", [Name + "SGD", Name + "SGD(named)", Name + "SGD(groups)"],
            "With maximize momentum_buffer accumulates the gradient itself.",
                "The gradient is negated first, so that momentum_buffer has the other sign.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 2.0 }));
                using var optimizer = torch.optim.SGD([p], 0.5, momentum: 0.5, maximize: true);
                p.grad = torch.tensor(new[] { 1.0 });
                optimizer.step();
                return new Seen(((SGD.State)optimizer.state_dict().State[0]).momentum_buffer.item<double>(), -1.0);
            })
        { Kind = FindingKind.State, Covers = spec => spec is Sgd { Maximize: true, Momentum: > 0 } },
        new("radam-rate-twice", [Name + "RAdam", Name + "RAdam()", Name + "RAdam(named)", Name + "RAdam(groups)"],
            "From where the variance is rectified on, the learning rate is applied twice.", "The learning rate is applied once.",
            () =>
            {
                // With β₁ = 0, ε = 0 and a constant gradient a step is the rectification r times the rate.
                double Step(double rate)
                {
                    using var p = new Parameter(torch.tensor(new[] { 0.0 }));
                    using var optimizer = torch.optim.RAdam([p], rate, beta1: 0, eps: 0);
                    double before = 0;
                    for (int t = 0; t < 10; t++)
                    {
                        before = p.item<double>();
                        p.grad = torch.tensor(new[] { 1.0 });
                        optimizer.step();
                    }
                    return before - p.item<double>();
                }
                return new Seen(Math.Round(Step(0.5) / Step(1), 3), 0.5);
            })
        { Covers = ReferenceFinding.Everywhere },
        new("rprop-rate-at-construction", [Name + "Rprop"],
            "The first step size is the rate at the time when the optimizer was made, whatever a scheduler has made of it since.",
                "The first step size is the rate of the first step.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 0.0 }));
                using var optimizer = torch.optim.Rprop([p], 1);
                torch.optim.lr_scheduler.LinearLR(optimizer, start_factor: 0.25);
                p.grad = torch.tensor(new[] { 1.0 });
                optimizer.step();
                return new Seen(p.item<double>(), -0.25);
            }),
        new("asgd-rate-at-construction", [Name + "ASGD"],
            "The first step is as long as the rate at the time when the optimizer was made, whatever a scheduler has made of it since.",
                "The first step is as long as the rate says then.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 0.0 }));
                using var optimizer = torch.optim.ASGD([p], 1);
                torch.optim.lr_scheduler.LinearLR(optimizer, start_factor: 0.25);
                p.grad = torch.tensor(new[] { 1.0 });
                optimizer.step();
                return new Seen(p.item<double>(), -0.25);
            }),
        new("rprop-without-dimensions", [Name + "Rprop"],
            "A 0-dimensional parameter ends the first step in an exception: the value that is written where the sign is 0 is an int.",
                "A 0-dimensional parameter is updated.",
            () =>
            {
                using var p = new Parameter(torch.tensor(1.0));
                using var optimizer = torch.optim.Rprop([p]);
                p.grad = torch.tensor(1.0);
                return new Seen(Refusal.Of(() => optimizer.step()), false);
            })
        { Kind = FindingKind.Refuses },
        new("clip-grad-norm-zero", ["torch.nn.utils.clip_grad_norm_"],
            "With norm_type 0 every tensor that has a gradient counts, even one of zeros, and the factor is rounded to float.",
            "With norm_type 0 the norm is the number of tensors whose gradient is not zero.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var q = new Parameter(torch.tensor(new[] { 1.0 }));
                p.grad = torch.tensor(new[] { 1.0 });
                q.grad = torch.tensor(new[] { 0.0 });
                return new Seen(torch.nn.utils.clip_grad_norm_([p, q], 1, norm_type: 0), 1.0);
            })
        { Covers = spec => spec is ClipGradNorm { NormType: 0 } },
        new("zero-grad-keeps-gradients", [Name + "Optimizer.zero_grad"],
            "Sets gradients to 0 and keeps them, so that a step without backward still decays weights and goes on by momentum.",
            "Removes gradients (set_to_none is True), so that such a step does nothing.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var optimizer = torch.optim.SGD([p], 0.5, weight_decay: 0.5);
                p.grad = torch.tensor(new[] { 1.0 });
                optimizer.zero_grad();
                optimizer.step();
                return new Seen(p.item<double>(), 1.0);
            }),
    ];
}

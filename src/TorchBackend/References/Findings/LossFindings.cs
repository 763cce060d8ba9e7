using ParityNet.References;

namespace ParityNet.Torch.References.Findings;

/// <summary>Losses of TorchSharp that differ from PyTorch's.</summary>
static class LossFindings
{
    const string Gaussian = "torch.nn.functional.gaussian_nll_loss", GaussianModule = "torch.nn.GaussianNLLLoss";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("hinge-embedding-default-margin", ["torch.nn.functional.hinge_embedding_loss()", "new TorchSharp.Modules.HingeEmbeddingLoss()"],
            "The default of margin is 0.", "The default of margin is 1, as torch.nn.HingeEmbeddingLoss of TorchSharp has it.",
            () =>
            {
                using var input = torch.tensor(new[] { 0.5 });
                using var target = torch.tensor(new[] { -1.0 });
                return new Seen(torch.nn.functional.hinge_embedding_loss(input, target).item<double>(), 0.5);
            })
        { Kind = FindingKind.Default, Covers = ReferenceFinding.Everywhere },
        new("kl-div-default-log-target", ["torch.nn.functional.kl_div()", "torch.nn.KLDivLoss()"],
            "The default of log_target is true.", "The default of log_target is False: the target holds probabilities.",
            () =>
            {
                using var input = torch.tensor(new[] { 0.0 });
                using var target = torch.tensor(new[] { 1.0 });
                return new Seen(torch.nn.functional.kl_div(input, target, reduction: torch.nn.Reduction.Sum).item<double>(), 0.0);
            })
        { Kind = FindingKind.Default, Covers = ReferenceFinding.Everywhere },
        new("gaussian-nll-rows", [Gaussian, $"{Gaussian}()", GaussianModule, $"{GaussianModule}()"],
            "The losses of a row are summed before the reduction: the mean is too large by the number of elements in a row, and without reduction " +
                "there is one loss per row.",
            "The mean is over all elements, and without reduction there is one loss per element.",
            () =>
            {
                using var input = torch.ones(1, 4, dtype: torch.ScalarType.Float64);
                using var target = torch.zeros(1, 4, dtype: torch.ScalarType.Float64);
                using var variance = torch.ones(1, 4, dtype: torch.ScalarType.Float64);
                return new Seen(torch.nn.functional.gaussian_nll_loss(input, target, variance).item<double>(), 0.5);
            })
        { Covers = ReferenceFinding.Everywhere },
        new("gaussian-nll-variance-gradient", [Gaussian, $"{Gaussian}()", GaussianModule, $"{GaussianModule}()"],
            "No gradient reaches the variance, which is clamped under no_grad and so detached.", "The variance has a gradient: ½(1/v − r²/v²).",
            () =>
            {
                using var input = torch.tensor(new[] { 0.0 }, requires_grad: true);
                using var target = torch.tensor(new[] { 0.0 });
                using var variance = torch.tensor(new[] { 1.0 }, requires_grad: true);
                torch.nn.functional.gaussian_nll_loss(input, target, variance).backward();
                return new Seen(variance.grad?.item<double>(), 0.5);
            })
        { Covers = ReferenceFinding.Everywhere },
        new("gaussian-nll-module-default-eps", [$"{GaussianModule}()"],
            "The default of eps is 1e-8.", "The default of eps is 1e-6, as torch.nn.functional.gaussian_nll_loss of TorchSharp has it.",
            () => new Seen(torch.nn.GaussianNLLLoss().eps, 1e-6f))
        { Kind = FindingKind.Default },
        new("gaussian-nll-full-constant", [Gaussian, GaussianModule],
            "½ ln 2π is computed in float, so that a loss in double has eight digits.", "The constant is a double.",
            () =>
            {
                using var zero = torch.tensor(new[] { 0.0 });
                using var variance = torch.tensor(new[] { 1.0 });
                return new Seen(torch.nn.functional.gaussian_nll_loss(zero, zero, variance, full: true).item<double>(), 0.5 * Math.Log(2 * Math.PI));
            })
        { Covers = spec => spec is GaussianNegativeLogLikelihood { Full: true } },
        new("gaussian-nll-strides", [Gaussian, $"{Gaussian}()", GaussianModule, $"{GaussianModule}()"],
            "Arguments are flattened by view, which refuses tensors that are not contiguous and empty batches.", "Strides do not matter.",
            () =>
            {
                using var input = torch.zeros(2, 3, 4, dtype: torch.ScalarType.Float64).transpose(1, 2);
                using var variance = torch.ones(2, 4, 3, dtype: torch.ScalarType.Float64);
                return new Seen(Refusal.Of(() => torch.nn.functional.gaussian_nll_loss(input, input, variance)), false);
            })
        { Kind = FindingKind.Refuses },
        new("gaussian-nll-eps-type", [Gaussian, GaussianModule, $"{Gaussian}()"],
            "eps is a float, so that 1e-6 is 9.99999997e-7 in double.", "eps is a double.",
            () => new Seen(Overloads.Take<double>(typeof(torch.nn.functional), "gaussian_nll_loss", "eps"), true))
        { Kind = FindingKind.Lacks },
        new("poisson-nll-eps-lost", ["torch.nn.functional.poisson_nll_loss", "torch.nn.PoissonNLLLoss"],
            "eps is passed as a float to a native function that takes a double: 1e-8 arrives as 4e-315, so that eps does nothing and the loss of " +
                "a rate of 0 is near ∞.",
            "eps is added to the rate before its logarithm.",
            () =>
            {
                using var rate = torch.tensor(new[] { 0.0 });
                using var count = torch.tensor(new[] { 1.0 });
                return new Seen(torch.nn.functional.poisson_nll_loss(rate, count, log_input: false, eps: 1).item<double>(), 0.0);
            })
        { Covers = spec => spec is PoissonNegativeLogLikelihood { LogInput: false } },
        new("smooth-l1-without-a-bend", ["torch.nn.functional.smooth_l1_loss", "torch.nn.SmoothL1Loss"],
            "With beta 0 the native kernel is called, whose gradient is −1 or NaN where input and target are equal.",
            "With beta 0 the loss is l1_loss, whose gradient is 0 there.",
            () =>
            {
                using var input = torch.zeros(1, dtype: torch.ScalarType.Float64, requires_grad: true);
                using var target = torch.zeros(1, dtype: torch.ScalarType.Float64);
                torch.nn.functional.smooth_l1_loss(input, target, beta: 0).backward();
                return new Seen(input.grad?.item<double>(), 0.0);
            })
        { Covers = spec => spec is SmoothL1 { Beta: 0 } },
        new("nll-loss-single", ["torch.nn.functional.nll_loss", "torch.nn.NLLLoss"],
            "Scores of a single example, [C], are refused.", "Scores [C] beside a target without dimensions are one example.",
            () =>
            {
                using var scores = torch.tensor(new[] { -1.0, -2.0 });
                using var target = torch.tensor(1L);
                return new Seen(Refusal.Of(() => torch.nn.functional.nll_loss(scores, target)), false);
            })
        { Kind = FindingKind.Refuses },
        new("nll-loss-ignore-index", ["torch.nn.functional.nll_loss", "torch.nn.NLLLoss"],
            "ignore_index cannot be given: it is always −100.", "ignore_index is an option.",
            () => new Seen(Overloads.Take(typeof(torch.nn.functional), "nll_loss", "ignore_index"), true))
        { Kind = FindingKind.Lacks },
        new("cross-entropy-module-label-smoothing", ["torch.nn.CrossEntropyLoss"],
            "label_smoothing cannot be given: only the constructor of TorchSharp.Modules.CrossEntropyLoss takes it.", "label_smoothing is an option.",
            () => new Seen(Overloads.Take(typeof(torch.nn), "CrossEntropyLoss", "label_smoothing"), true))
        { Kind = FindingKind.Lacks },
        new("kl-div-batch-mean", ["torch.nn.functional.kl_div", "torch.nn.KLDivLoss"],
            "There is no reduction batchmean: Reduction has None, Mean and Sum.", "batchmean is the reduction that is the divergence.",
            () => new Seen(Enum.GetNames<torch.nn.Reduction>().Any(name => name.StartsWith("Batch", StringComparison.OrdinalIgnoreCase)), true))
        { Kind = FindingKind.Lacks },
        new("triplet-margin-positive",
            ["torch.nn.functional.triplet_margin_loss", "torch.nn.functional.triplet_margin_with_distance_loss", "torch.nn.TripletMarginLoss",
            "torch.nn.TripletMarginWithDistanceLoss"],
            "A margin of 0 or less is accepted.", "Refuses: margin must be greater than 0.",
            () =>
            {
                using var x = torch.ones(1, 2);
                return new Seen(Refusal.Of(() => torch.nn.functional.triplet_margin_loss(x, x, x, margin: -1))
                    && Refusal.Of(() => torch.nn.functional.triplet_margin_with_distance_loss(x, x, x, margin: -1)), true);
            })
        { Kind = FindingKind.Accepts },
        new("triplet-margin-power", ["torch.nn.functional.triplet_margin_loss", "torch.nn.TripletMarginLoss"],
            "p is a whole number.", "p is any number, such as 1.5.",
            () => new Seen(Overloads.Take<double>(typeof(torch.nn.functional), "triplet_margin_loss", "p"), true))
        { Kind = FindingKind.Lacks },
    ];
}

using ParityNet.References;
using static ParityNet.Torch.References.CalledFunction;
using NN = TorchSharp.torch.nn;

namespace ParityNet.Torch.References;

/// <summary>Losses of elements that TorchSharp has, each as a function and as a module, with options and without.</summary>
static class ElementLossReferences
{
    const string Functional = "torch.nn.functional.", Modules = "torch.nn.";

    public static IEnumerable<Reference> All =>
    [
        Of<SquaredError>(Functional + "mse_loss", s => s.Half ? null : Pairs((x, y) => F.mse_loss(x, y, Of(s)))),
        Plain(Functional + "mse_loss", new SquaredError(), Pairs((x, y) => F.mse_loss(x, y))),
        Of<SquaredError>(Modules + "MSELoss", s => s.Half ? null : Pairs(Module(() => NN.MSELoss(Of(s))))),
        Plain(Modules + "MSELoss", new SquaredError(), Pairs(Module(() => NN.MSELoss()))),
        Of<AbsoluteError>(Functional + "l1_loss", s => Pairs((x, y) => F.l1_loss(x, y, Of(s)))),
        Plain(Functional + "l1_loss", new AbsoluteError(), Pairs((x, y) => F.l1_loss(x, y))),
        Of<AbsoluteError>(Modules + "L1Loss", s => Pairs(Module(() => NN.L1Loss(Of(s))))),
        Plain(Modules + "L1Loss", new AbsoluteError(), Pairs(Module(() => NN.L1Loss()))),
        Of<Huber>(Functional + "huber_loss", s => Pairs((x, y) => F.huber_loss(x, y, s.Delta, Of(s)))),
        Plain(Functional + "huber_loss", new Huber(), Pairs((x, y) => F.huber_loss(x, y))),
        Of<Huber>(Modules + "HuberLoss", s => Pairs(Module(() => NN.HuberLoss(s.Delta, Of(s))))),
        Plain(Modules + "HuberLoss", new Huber(), Pairs(Module(() => NN.HuberLoss()))),
        Of<SmoothL1>(Functional + "smooth_l1_loss", s => Pairs((x, y) => F.smooth_l1_loss(x, y, Of(s), s.Beta))),
        Plain(Functional + "smooth_l1_loss", new SmoothL1(), Pairs((x, y) => F.smooth_l1_loss(x, y))),
        Of<SmoothL1>(Modules + "SmoothL1Loss", s => Pairs(Module(() => NN.SmoothL1Loss(Of(s), s.Beta)))),
        Plain(Modules + "SmoothL1Loss", new SmoothL1(), Pairs(Module(() => NN.SmoothL1Loss()))),
        Of<HingeEmbedding>(Functional + "hinge_embedding_loss", s => Pairs((x, y) => F.hinge_embedding_loss(x, y, s.Margin, Of(s)))),
        Plain(Functional + "hinge_embedding_loss", new HingeEmbedding(), Pairs((x, y) => F.hinge_embedding_loss(x, y))),
        Of<HingeEmbedding>(Modules + "HingeEmbeddingLoss", s => Pairs(Module(() => NN.HingeEmbeddingLoss(s.Margin, Of(s))))),
        Plain(Modules + "HingeEmbeddingLoss", new HingeEmbedding(), Pairs(Module(() => NN.HingeEmbeddingLoss()))),
        Plain("new TorchSharp.Modules.HingeEmbeddingLoss", new HingeEmbedding(), Pairs(Module(() => new TorchSharp.Modules.HingeEmbeddingLoss()))),
        Of<SoftMargin>(Functional + "soft_margin_loss", s => Pairs((x, y) => F.soft_margin_loss(x, y, Of(s)))),
        Plain(Functional + "soft_margin_loss", new SoftMargin(), Pairs((x, y) => F.soft_margin_loss(x, y))),
        Of<SoftMargin>(Modules + "SoftMarginLoss", s => Pairs(Module(() => NN.SoftMarginLoss(Of(s))))),
        Plain(Modules + "SoftMarginLoss", new SoftMargin(), Pairs(Module(() => NN.SoftMarginLoss()))),
        Of<PoissonNegativeLogLikelihood>(Functional + "poisson_nll_loss",
            s => Pairs((x, y) => F.poisson_nll_loss(x, y, s.LogInput, s.Full, (float)s.Epsilon, Of(s)))),
        Plain(Functional + "poisson_nll_loss", new PoissonNegativeLogLikelihood(), Pairs((x, y) => F.poisson_nll_loss(x, y))),
        Of<PoissonNegativeLogLikelihood>(Modules + "PoissonNLLLoss",
            s => Pairs(Module(() => NN.PoissonNLLLoss(s.LogInput, s.Full, (float)s.Epsilon, Of(s))))),
        Plain(Modules + "PoissonNLLLoss", new PoissonNegativeLogLikelihood(), Pairs(Module(() => NN.PoissonNLLLoss()))),
        Of<KullbackLeibler>(Functional + "kl_div", s => Has(s) ? Pairs((x, y) => F.kl_div(x, y, s.LogTarget, Of(s))) : null),
        // With the sum, because libtorch warns at each call about the meaning of this loss's mean.
        Plain(Functional + "kl_div", new KullbackLeibler(Reduction: Reduction.Sum), Pairs((x, y) => F.kl_div(x, y, reduction: NN.Reduction.Sum))),
        Of<KullbackLeibler>(Modules + "KLDivLoss", s => Has(s) ? Pairs(Module(() => NN.KLDivLoss(s.LogTarget, Of(s)))) : null),
        Plain(Modules + "KLDivLoss", new KullbackLeibler(Reduction: Reduction.Sum), Pairs(Module(() => NN.KLDivLoss(reduction: NN.Reduction.Sum)))),
        Of<BinaryCrossEntropy>(Functional + "binary_cross_entropy",
            s => InNats(s.Base, a => F.binary_cross_entropy(a.Input, a.Target, a.Weight, Of(s)))),
        Plain(Functional + "binary_cross_entropy", new BinaryCrossEntropy(), a => F.binary_cross_entropy(a.Input, a.Target, a.Weight)),
        Of<BinaryCrossEntropy>(Modules + "BCELoss", s => InNats(s.Base, a => Module(() => NN.BCELoss(a.Weight?.alias(), Of(s)))(a.Input, a.Target))),
        Plain(Modules + "BCELoss", new BinaryCrossEntropy(), a => Module(() => NN.BCELoss(a.Weight?.alias()))(a.Input, a.Target)),
        Of<BinaryCrossEntropyWithLogits>(Functional + "binary_cross_entropy_with_logits",
            s => InNats(s.Base, a => F.binary_cross_entropy_with_logits(a.Input, a.Target, a.Weight, Of(s), a["pos_weight"]))),
        Plain(Functional + "binary_cross_entropy_with_logits", new BinaryCrossEntropyWithLogits(),
            a => F.binary_cross_entropy_with_logits(a.Input, a.Target, a.Weight, pos_weights: a["pos_weight"])),
        Of<BinaryCrossEntropyWithLogits>(Modules + "BCEWithLogitsLoss",
            s => InNats(s.Base, a => Module(() => NN.BCEWithLogitsLoss(a.Weight?.alias(), Of(s), a["pos_weight"]?.alias()))(a.Input, a.Target))),
        Plain(Modules + "BCEWithLogitsLoss", new BinaryCrossEntropyWithLogits(),
            a => Module(() => NN.BCEWithLogitsLoss(a.Weight?.alias(), pos_weights: a["pos_weight"]?.alias()))(a.Input, a.Target)),
    ];

    static bool Has(KullbackLeibler spec) => spec is { Base: LogBase.Nats, Reduction: Reduction.Sum or Reduction.None };

    static Forward? InNats(LogBase unit, Forward loss) => unit == LogBase.Nats ? loss : null;
}

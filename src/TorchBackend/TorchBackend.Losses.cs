using TorchReduction = TorchSharp.torch.nn.Reduction;

namespace ParityNet.Torch;

public sealed partial class TorchBackend
{
    internal static Forward ForwardOf(LossSpec spec) => spec switch
    {
        SquaredError { Half: true } s => Pairs((x, y) => Held(0.5) * F.mse_loss(x, y, Of(s))),
        SquaredError s => Pairs((x, y) => F.mse_loss(x, y, Of(s))),
        AbsoluteError s => Pairs((x, y) => F.l1_loss(x, y, Of(s))),
        Huber s => Pairs((x, y) => F.huber_loss(x, y, s.Delta, Of(s))),
        // As in PyTorch: the kernel's derivative at 0 is −1.
        SmoothL1 { Beta: 0 } s => Pairs((x, y) => F.l1_loss(x, y, Of(s))),
        SmoothL1 s => Pairs((x, y) => F.smooth_l1_loss(x, y, Of(s), s.Beta)),
        Hinge s => Pairs((x, y) => Reduced(F.relu(OneMinus(y * x)), s)),
        GaussianNegativeLogLikelihood s => a => Reduced(GaussianLosses.Of(s, a), s),
        MarginRanking s => Broadcast(s, all => F.margin_ranking_loss(all[0], all[1], all[2], s.Margin, Of(s))),
        TripletDistances s => a => Reduced(Triplets.Of(s, a), s),
        TripletMargin s => a => Triplets.Of(s, a["anchor"]!, a["positive"]!, a["negative"]!),
        TripletMarginWithDistance s => a => Reduced(Triplets.Of(s, a["anchor"]!, a["positive"]!, a["negative"]!), s),
        CosineEmbedding s => a =>
            F.cosine_embedding_loss(a["input1"]!, a["input2"]!, a["input1"]!.dim() > 1 ? a.Target : a.Target.squeeze(0), s.Margin, Of(s)),
        ConnectionistTemporalClassification s => a =>
            F.ctc_loss(a["log_probs"]!, a["targets"]!, a["input_lengths"]!, a["target_lengths"]!, s.Blank, s.ZeroInfinity, Of(s)),
        SquaredHinge s => Pairs((x, y) => Reduced(F.relu(OneMinus(y * x)).Squared(), s)),
        PerceptronLoss s => Pairs((x, y) => Reduced(F.relu(-(y * x)), s)),
        HingeEmbedding s => Pairs((x, y) => F.hinge_embedding_loss(x, y, s.Margin, Of(s))),
        SoftMargin s => Pairs((x, y) => F.soft_margin_loss(x, y, Of(s))),
        BinarySparsemax s => Pairs((x, y) => Reduced(ComposedLosses.BinarySparsemax(x, y), s)),
        LogCosh s => Pairs((x, y) => Reduced(ComposedLosses.LogCosh(x - y), s)),
        QuantileError s => Pairs((x, y) => Reduced(ComposedLosses.Quantile(s.Quantile, y - x), s)),
        AbsolutePercentageError s => Pairs((x, y) => Reduced(Held(100) * ((x - y) / y.abs().clamp_min(Held(s.Epsilon))).abs(), s)),
        SquaredLogarithmicError s =>
            Pairs((x, y) => Reduced((x.clamp_min(Held(s.Epsilon)).log1p() - y.clamp_min(Held(s.Epsilon)).log1p()).Squared(), s)),
        SigmoidFocal s => Pairs((x, y) => Reduced(ComposedLosses.Focal(s, x, y), s)),
        PoissonNegativeLogLikelihood { LogInput: true } s => Pairs((x, y) => F.poisson_nll_loss(x, y, full: s.Full, reduction: Of(s))),
        PoissonNegativeLogLikelihood s => Pairs((x, y) => Reduced(ComposedLosses.PoissonOfRates(s, x, y), s)),
        L2Norm s => a => Reduced((a.Input - a.Target).norm(dim: -1), s),
        BinaryCrossEntropy s => a => In(s.Base, F.binary_cross_entropy(a.Input, a.Target, a.Weight, Of(s))),
        BinaryCrossEntropyWithLogits s => a =>
            In(s.Base, F.binary_cross_entropy_with_logits(a.Input, a.Target, a.Weight, Of(s), a["pos_weight"])),
        // Reduced here and not by kl_div, which warns at each call about the meaning of its mean.
        KullbackLeibler s => a => In(s.Base, Reduced(Pairs((x, y) => F.kl_div(x, y, s.LogTarget, TorchReduction.None))(a), s, a.Input.shape[0])),
        CrossEntropy s => Rows((x, y, w) => In(s.Base, F.cross_entropy(x, y, w, s.IgnoreIndex, Of(s), s.LabelSmoothing))),
        NegativeLogLikelihood s => Rows((x, y, w) => In(s.Base, F.nll_loss(x, Ignoring(y, s.IgnoreIndex), w, Of(s)))),
        MultiMargin { PerClass: false } s => Rows((x, y, w) => MultiMarginLoss(s, x, y, w) * Held(x.shape[1])),
        MultiMargin s => Rows((x, y, w) => MultiMarginLoss(s, x, y, w)),
        MultilabelMargin s => a => MultilabelMarginLoss(s, a.Input, a.Target),
        MultilabelSoftMargin s => a => F.multilabel_soft_margin_loss(a.Input, a.Target, a.Weight, Of(s)),
        CategoricalHinge s => Along(s, CategoricalHingeLoss),
        CategoricalFocalCrossEntropy s => OfSoftmax(s, logs => Focal(s, logs)),
        PolyCrossEntropy s => OfSoftmax(s, logs => Poly(s, logs)),
        GeneralizedCrossEntropy s => Generalized(s),
        Sparsemax s => a => Reduced(SparsemaxLoss(a), s),
        JensenShannon s => a => In(s.Base, Along(s, JensenShannonDivergence)(a)),
        Dice s => Along(s, (x, y) => DiceLoss(s, x, y)),
        Tversky s => Along(s, (x, y) => TverskyLoss(s, x, y)),
        _ => throw Missing(spec, "Losses"),
    };

    // For an empty batch libtorch 1.13 returns uninitialized memory.
    static Tensor MultiMarginLoss(MultiMargin s, Tensor x, Tensor y, Tensor? w) =>
        x.shape[0] == 0 && s.Reduction != Reduction.None ? x.sum() : F.multi_margin_loss(x, y, s.P, s.Margin, w, Of(s));

    // TorchSharp's nll_loss always ignores −100.
    static Tensor Ignoring(Tensor target, long index) => index == -100 ? target : target.masked_fill(target.eq(Held(index)), Held(-100));

    static Tensor In(LogBase unit, Tensor nats) => unit == LogBase.Bits ? nats / Held(Math.Log(2)) : nats;
}

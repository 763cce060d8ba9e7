using ParityNet.References;
using static ParityNet.Torch.References.CalledFunction;
using NN = TorchSharp.torch.nn;

namespace ParityNet.Torch.References;

/// <summary>
/// Losses of rows and of several vectors that TorchSharp has, each as a function and as a module, with options and without.
/// </summary>
static class RowLossReferences
{
    const string Functional = "torch.nn.functional.", Modules = "torch.nn.";

    public static IEnumerable<Reference> All =>
    [
        Of<CrossEntropy>(Functional + "cross_entropy",
            s => In(s.Base, Rows((x, y, w) => F.cross_entropy(x, y, w, s.IgnoreIndex, Of(s), s.LabelSmoothing)))),
        Plain(Functional + "cross_entropy", new CrossEntropy(), Rows((x, y, w) => F.cross_entropy(x, y, w))),
        Of<CrossEntropy>(Modules + "CrossEntropyLoss",
            s => s.LabelSmoothing == 0 ? In(s.Base, Rows((x, y, w) => Module(() => NN.CrossEntropyLoss(w?.alias(), s.IgnoreIndex, Of(s)))(x, y)))
            : null),
        Plain(Modules + "CrossEntropyLoss", new CrossEntropy(), Rows((x, y, w) => Module(() => NN.CrossEntropyLoss(w?.alias()))(x, y))),
        Of<CrossEntropy>("new TorchSharp.Modules.CrossEntropyLoss",
            s => In(s.Base,
                Rows((x, y, w) => Module(() => new TorchSharp.Modules.CrossEntropyLoss(w?.alias(), s.IgnoreIndex, Of(s), s.LabelSmoothing))(x, y)))),
        Of<NegativeLogLikelihood>(Functional + "nll_loss",
            s => s.IgnoreIndex == -100 ? In(s.Base, Rows((x, y, w) => F.nll_loss(x, y, w, Of(s)))) : null),
        Plain(Functional + "nll_loss", new NegativeLogLikelihood(), Rows((x, y, w) => F.nll_loss(x, y, w))),
        Of<NegativeLogLikelihood>(Modules + "NLLLoss",
            s => s.IgnoreIndex == -100 ? In(s.Base, Rows((x, y, w) => Module(() => NN.NLLLoss(w?.alias(), Of(s)))(x, y))) : null),
        Plain(Modules + "NLLLoss", new NegativeLogLikelihood(), Rows((x, y, w) => Module(() => NN.NLLLoss(w?.alias()))(x, y))),
        Of<MultiMargin>(Functional + "multi_margin_loss",
            s => s.PerClass ? Some((x, y, w) => F.multi_margin_loss(x, y, s.P, s.Margin, w, Of(s))) : null),
        Plain(Functional + "multi_margin_loss", new MultiMargin(), Some((x, y, w) => F.multi_margin_loss(x, y, weight: w))),
        Of<MultiMargin>(Modules + "MultiMarginLoss",
            s => s.PerClass ? Some((x, y, w) => Module(() => NN.MultiMarginLoss(s.P, s.Margin, w?.alias(), Of(s)))(x, y)) : null),
        Plain(Modules + "MultiMarginLoss", new MultiMargin(), Some((x, y, w) => Module(() => NN.MultiMarginLoss(weight: w?.alias()))(x, y))),
        Of<MultilabelMargin>(Functional + "multi_label_margin_loss", s => Some(a => F.multi_label_margin_loss(a.Input, a.Target, Of(s)))),
        Plain(Functional + "multi_label_margin_loss", new MultilabelMargin(), Some(a => F.multi_label_margin_loss(a.Input, a.Target))),
        Of<MultilabelMargin>(Modules + "MultiLabelMarginLoss", s => Some(a => Module(() => NN.MultiLabelMarginLoss(Of(s)))(a.Input, a.Target))),
        Plain(Modules + "MultiLabelMarginLoss", new MultilabelMargin(), Some(a => Module(() => NN.MultiLabelMarginLoss())(a.Input, a.Target))),
        Of<MultilabelSoftMargin>(Functional + "multilabel_soft_margin_loss",
            s => a => F.multilabel_soft_margin_loss(a.Input, a.Target, a.Weight, Of(s))),
        Plain(Functional + "multilabel_soft_margin_loss", new MultilabelSoftMargin(),
            a => F.multilabel_soft_margin_loss(a.Input, a.Target, a.Weight)),
        Of<MultilabelSoftMargin>(Modules + "MultiLabelSoftMarginLoss",
            s => a => Module(() => NN.MultiLabelSoftMarginLoss(a.Weight?.alias(), Of(s)))(a.Input, a.Target)),
        Plain(Modules + "MultiLabelSoftMarginLoss", new MultilabelSoftMargin(),
            a => Module(() => NN.MultiLabelSoftMarginLoss(a.Weight?.alias()))(a.Input, a.Target)),
        Of<MarginRanking>(Functional + "margin_ranking_loss",
            s => Broadcast(s, all => F.margin_ranking_loss(all[0], all[1], all[2], s.Margin, Of(s)))),
        Plain(Functional + "margin_ranking_loss", new MarginRanking(),
            Broadcast(new MarginRanking(), all => F.margin_ranking_loss(all[0], all[1], all[2]))),
        Of<MarginRanking>(Modules + "MarginRankingLoss",
            s => Broadcast(s, all => Module(() => NN.MarginRankingLoss(s.Margin, Of(s)))(all[0], all[1], all[2]))),
        Plain(Modules + "MarginRankingLoss", new MarginRanking(),
            Broadcast(new MarginRanking(), all => Module(() => NN.MarginRankingLoss())(all[0], all[1], all[2]))),
        Of<CosineEmbedding>(Functional + "cosine_embedding_loss", s => Angles((x, y, t) => F.cosine_embedding_loss(x, y, t, s.Margin, Of(s)))),
        Plain(Functional + "cosine_embedding_loss", new CosineEmbedding(), Angles((x, y, t) => F.cosine_embedding_loss(x, y, t))),
        Of<CosineEmbedding>(Modules + "CosineEmbeddingLoss", s => Angles(Module(() => NN.CosineEmbeddingLoss(s.Margin, Of(s))))),
        Plain(Modules + "CosineEmbeddingLoss", new CosineEmbedding(), Angles(Module(() => NN.CosineEmbeddingLoss()))),
        Of<GaussianNegativeLogLikelihood>(Functional + "gaussian_nll_loss",
            s => a => F.gaussian_nll_loss(a.Input, a.Target, a["var"]!, s.Full, (float)s.Epsilon, Of(s))),
        Plain(Functional + "gaussian_nll_loss", new GaussianNegativeLogLikelihood(), a => F.gaussian_nll_loss(a.Input, a.Target, a["var"]!)),
        Of<GaussianNegativeLogLikelihood>(Modules + "GaussianNLLLoss",
            s => a => Module(() => NN.GaussianNLLLoss(s.Full, (float)s.Epsilon, Of(s)))(a.Input, a.Target, a["var"]!)),
        Plain(Modules + "GaussianNLLLoss", new GaussianNegativeLogLikelihood(),
            a => Module(() => NN.GaussianNLLLoss())(a.Input, a.Target, a["var"]!)),
        Of<TripletMargin>(Functional + "triplet_margin_loss",
            s => IsWhole(s) ? Three((x, y, z) => F.triplet_margin_loss(x, y, z, s.Margin, (long)s.P, s.Epsilon, s.Swap, Of(s))) : null),
        Plain(Functional + "triplet_margin_loss", new TripletMargin(), Three((x, y, z) => F.triplet_margin_loss(x, y, z))),
        Of<TripletMargin>(Modules + "TripletMarginLoss",
            s => IsWhole(s) ? Three(Module(() => NN.TripletMarginLoss(s.Margin, (long)s.P, s.Epsilon, s.Swap, Of(s)))) : null),
        Plain(Modules + "TripletMarginLoss", new TripletMargin(), Three(Module(() => NN.TripletMarginLoss()))),
        Of<TripletMarginWithDistance>(Functional + "triplet_margin_with_distance_loss",
            s => Three((x, y, z) => F.triplet_margin_with_distance_loss(x, y, z, Between(s), s.Margin, s.Swap, Of(s)))),
        Plain(Functional + "triplet_margin_with_distance_loss", new TripletMarginWithDistance(),
            Three((x, y, z) => F.triplet_margin_with_distance_loss(x, y, z))),
        Of<TripletMarginWithDistance>(Modules + "TripletMarginWithDistanceLoss",
            s => Three(Module(() => NN.TripletMarginWithDistanceLoss(Between(s), s.Margin, s.Swap, Of(s))))),
        Plain(Modules + "TripletMarginWithDistanceLoss", new TripletMarginWithDistance(), Three(Module(() => NN.TripletMarginWithDistanceLoss()))),
        Of<ConnectionistTemporalClassification>(Functional + "ctc_loss",
            s => a => F.ctc_loss(a["log_probs"]!, a["targets"]!, a["input_lengths"]!, a["target_lengths"]!, s.Blank, s.ZeroInfinity, Of(s))),
        Plain(Functional + "ctc_loss", new ConnectionistTemporalClassification(),
            a => F.ctc_loss(a["log_probs"]!, a["targets"]!, a["input_lengths"]!, a["target_lengths"]!)),
        Of<ConnectionistTemporalClassification>(Modules + "CTCLoss", s => Sequences(() => NN.CTCLoss(s.Blank, s.ZeroInfinity, Of(s)))),
        Plain(Modules + "CTCLoss", new ConnectionistTemporalClassification(), Sequences(() => NN.CTCLoss())),
    ];

    static bool IsWhole(TripletMargin spec) => spec.P > 0 && double.IsInteger(spec.P);

    static Func<Tensor, Tensor, Tensor>? Between(TripletMarginWithDistance spec) =>
        spec.DistanceFunction == Distance.Euclidean ? null : (x, y) => Triplets.Apart(spec.DistanceFunction, x, y);

    static Forward? In(LogBase unit, Forward loss) => unit == LogBase.Nats ? loss : null;

    // For an empty batch libtorch returns uninitialized memory.
    static Forward Some(Forward loss) => a =>
        a.Input.shape[0] == 0 ? throw new NotSupportedException("The batch must have rows: expected one or more, got none.") : loss(a);

    static Forward Some(Func<Tensor, Tensor, Tensor?, Tensor> loss) => Some(Rows(loss));

    static Forward Three(Func<Tensor, Tensor, Tensor, Tensor> loss) => a => loss(a["anchor"]!, a["positive"]!, a["negative"]!);

    static Forward Angles(Func<Tensor, Tensor, Tensor, Tensor> loss) => a =>
        loss(a["input1"]!, a["input2"]!, a["input1"]!.dim() > 1 ? a.Target : a.Target.squeeze(0));

    static Forward Sequences(Func<TorchSharp.Modules.CTCLoss> make) => a =>
    {
        using TorchSharp.Modules.CTCLoss module = make();
        return module.call(a["log_probs"]!, a["targets"]!, a["input_lengths"]!, a["target_lengths"]!);
    };
}

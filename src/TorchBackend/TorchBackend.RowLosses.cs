namespace ParityNet.Torch;

public sealed partial class TorchBackend
{
    // For an empty batch libtorch 1.13 returns uninitialized memory.
    static Tensor MultilabelMarginLoss(MultilabelMargin s, Tensor x, Tensor y) =>
        x.shape[0] == 0 ? Reduced(x.sum(-1L), s) : F.multi_label_margin_loss(x, y, Of(s));

    // The loss of a row is y·f(log-probability), summed over the classes; a class index selects one of them.
    static Forward OfSoftmax(LossSpec spec, Func<Tensor, Tensor> f) => a =>
    {
        (Tensor x, Tensor y) = Batched(a);
        Tensor logs = F.log_softmax(x, -1);
        return Reduced(y.is_floating_point() ? (y * f(logs)).sum(-1L) : f(At(logs, y)), spec);
    };

    static Tensor Focal(CategoricalFocalCrossEntropy s, Tensor logs) => Held(-s.Alpha) * ((-logs.expm1()).pow(Held(s.Gamma)) * logs);

    static Tensor Poly(PolyCrossEntropy s, Tensor logs) => Held(-s.Epsilon) * logs.expm1() - logs;

    static Forward Generalized(GeneralizedCrossEntropy s) => a => Reduced(OneMinus(Right(a).pow(Held(s.Q))) / Held(s.Q), s);

    static Tensor CategoricalHingeLoss(Tensor x, Tensor y) => F.relu(((OneMinus(y) * x).amax(-1) - (y * x).sum(-1L)).Plus(1));

    // Where both are 0 the gradient is 0; elsewhere the entropy at 0 is 0, with an infinite derivative.
    static Tensor JensenShannonDivergence(Tensor x, Tensor y)
    {
        x = x.Plus(Refused(x));
        y = y.Plus(Refused(y));
        Tensor none = x.Plus(y).eq(Held(0)), p = x.masked_fill(none, Held(1)), q = y.masked_fill(none, Held(1));
        return (torch.special.entr(Held(0.5) * p.Plus(q)) - Held(0.5) * torch.special.entr(p).Plus(torch.special.entr(q))).sum(-1L);
    }

    // NaN for negative numbers, whose entropy is −∞ in libtorch; 0 for all others.
    static Tensor Refused(Tensor x) => x.detach().masked_fill(x.ge(Held(0)), Held(0)).sqrt();

    static Tensor DiceLoss(Dice s, Tensor x, Tensor y) =>
        OneMinus(Held(2) * (x * y).sum(-1L).Plus(s.Smooth) / x.sum(-1L).Plus(y.sum(-1L)).Plus(2 * s.Smooth));

    static Tensor TverskyLoss(Tversky s, Tensor x, Tensor y)
    {
        Tensor shared = (x * y).sum(-1L), over = (x * OneMinus(y)).sum(-1L), under = (y * OneMinus(x)).sum(-1L);
        return OneMinus(shared.Plus(s.Smooth) / shared.Plus(Held(s.Alpha) * over).Plus(Held(s.Beta) * under).Plus(s.Smooth));
    }

    // The projection p maximizes the loss over the probability simplex, so its own derivative does not contribute to that of the loss.
    static Tensor SparsemaxLoss(TorchArguments a)
    {
        (Tensor x, Tensor label) = Batched(a);
        Tensor z = x - x.detach().max(-1, true).values, still = z.detach();
        Tensor counts = torch.arange(Held(1), Held(x.shape[^1] + 1), Held(1), dtype: x.dtype);
        Tensor threshold = ((still.sort(-1, true).Values.cumsum(-1) - Held(1)) / counts).max(-1, true).values;
        Tensor p = F.relu(still - threshold);
        // A class of probability 0 does not contribute, even with a score of −∞.
        return ((p * z.masked_fill(p.eq(Held(0)), Held(0))).sum(-1L) - At(z, label)).Plus(Held(0.5) * OneMinus(p.Squared().sum(-1L)));
    }

    static Tensor Right(TorchArguments a)
    {
        (Tensor x, Tensor y) = Batched(a);
        return y.is_floating_point() ? (y * x).sum(-1L) : At(x, y);
    }

    // Targets broadcast to the rows of the prediction.
    static Forward Along(LossSpec spec, Func<Tensor, Tensor, Tensor> loss) => a => Reduced(loss(a.Input, a.Target.expand(a.Input.shape)), spec);

    static (Tensor Input, Tensor Target) Batched(TorchArguments a) => (a.Input.dim() > 1 ? a.Input : a.Input.unsqueeze(0), a.Target);

    static Tensor At(Tensor rows, Tensor index) => rows.gather(-1, index.unsqueeze(-1)).squeeze(-1);
}

using TorchReduction = TorchSharp.torch.nn.Reduction;

namespace ParityNet.Torch;

/// <summary>Elementwise losses that libtorch lacks, composed from its operations as a careful user would.</summary>
static class ComposedLosses
{
    // Near 0, where |r| + ln(1 + e^−2|r|) − ln 2 cancels, cosh r is computed as 1 + ½(e^−|r| − 1)²·e^|r|.
    public static Tensor LogCosh(Tensor r)
    {
        Tensor size = r.abs(), near = size.clamp_max(Held(1));
        return torch.where(size.lt(Held(1)), (Held(0.5) * ((-near).expm1().Squared() * near.exp())).log1p(),
            size.Plus((Held(-2) * size).exp().log1p()) - Held(Math.Log(2)));
    }

    public static Tensor Quantile(double share, Tensor r) => (Held(share) * F.relu(r)).Plus(Held(1 - share) * F.relu(-r));

    public static Tensor BinarySparsemax(Tensor x, Tensor y)
    {
        Tensor z = torch.where(y.eq(Held(0)), x, -x);
        return torch.where(z.ge(Held(1)), z, z.clamp_min(Held(-1)).clamp_max(Held(1)).Plus(1).Squared() / Held(4));
    }

    public static Tensor Focal(SigmoidFocal s, Tensor x, Tensor y)
    {
        Tensor missed = (x.sigmoid() * OneMinus(y)).Plus((-x).sigmoid() * y);
        Tensor loss = F.binary_cross_entropy_with_logits(x, y, reduction: TorchReduction.None) * missed.pow(Held(s.Gamma));
        return s.Alpha == SigmoidFocal.Unweighted ? loss : (Held(s.Alpha) * y).Plus(Held(1 - s.Alpha) * OneMinus(y)) * loss;
    }

    // libtorch has this form too, but TorchSharp passes ε to it as a float.
    public static Tensor PoissonOfRates(PoissonNegativeLogLikelihood s, Tensor x, Tensor y)
    {
        Tensor loss = x - y * x.Plus(s.Epsilon).log();
        return s.Full ? loss.Plus((y * y.log() - y).Plus(Held(0.5) * (Held(2 * Math.PI) * y).log()).masked_fill(y.le(Held(1)), Held(0))) : loss;
    }
}

using TorchReduction = TorchSharp.torch.nn.Reduction;

namespace ParityNet.Torch;

/// <summary>Losses of elements that libtorch does not have, of its operations as a careful user composes them.</summary>
static class ComposedLosses
{
    // Near 0, where |r| + ln(1 + e^−2|r|) − ln 2 loses its digits, cosh r is taken as 1 + ½(e^−|r| − 1)²·e^|r|.
    public static Tensor LogCosh(Tensor r)
    {
        Tensor size = r.abs(), near = size.clamp_max(1);
        return torch.where(size.lt(1), (0.5 * ((-near).expm1().square() * near.exp())).log1p(), size + (-2 * size).exp().log1p() - Math.Log(2));
    }

    public static Tensor Quantile(double share, Tensor r) => share * F.relu(r) + (1 - share) * F.relu(-r);

    public static Tensor BinarySparsemax(Tensor x, Tensor y)
    {
        Tensor z = torch.where(y.eq(0), x, -x);
        return torch.where(z.ge(1), z, (z.clamp_min(-1).clamp_max(1) + 1).square() / 4);
    }

    public static Tensor Focal(SigmoidFocal s, Tensor x, Tensor y)
    {
        Tensor missed = x.sigmoid() * (1 - y) + (-x).sigmoid() * y;
        Tensor loss = F.binary_cross_entropy_with_logits(x, y, reduction: TorchReduction.None) * missed.pow(s.Gamma);
        return s.Alpha == SigmoidFocal.Unweighted ? loss : (s.Alpha * y + (1 - s.Alpha) * (1 - y)) * loss;
    }

    // libtorch has this form too, but TorchSharp hands it ε as a float.
    public static Tensor PoissonOfRates(PoissonNegativeLogLikelihood s, Tensor x, Tensor y)
    {
        Tensor loss = x - y * (x + s.Epsilon).log();
        return s.Full ? loss + (y * y.log() - y + 0.5 * (2 * Math.PI * y).log()).masked_fill(y.le(1), 0) : loss;
    }
}

namespace ParityNet.Torch.Rules;

/// <summary>Ratios of norms, as LARS and LAMB take them.</summary>
static class Trust
{
    /// <summary>The ratio, or 1 where a norm is 0.</summary>
    public static Tensor Ratio(Tensor size, Tensor length, Tensor ratio) =>
        torch.where(size.eq(Held(0)).logical_or(length.eq(Held(0))), torch.ones_like(ratio), ratio);
}

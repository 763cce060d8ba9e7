using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Losses;

/// <summary>The common part of margin losses.</summary>
static class Margin
{
    /// <summary>The amount by which a margin is missed: <c>max(0, gap)</c>, with derivative 0 where the gap is 0.</summary>
    public static R Missed<R>(R gap)
        where R : struct, IReal<R>
    {
        Truth isMet = gap <= R.Zero;
        // Where the margin is met the chain rule gives the derivative 0·(−y), which is NaN for infinite y.
        return R.WithDerivativeOf(R.Detach(R.Where(isMet, R.Zero, gap)), gap * R.Detach(R.Where(isMet, R.Zero, R.One)));
    }
}

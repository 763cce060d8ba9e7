using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Losses;

/// <summary>What losses of margins have in common.</summary>
static class Margin
{
    /// <summary>By how much a margin is missed: <c>max(0, gap)</c>, with the derivative 0 where the gap is 0.</summary>
    public static R Missed<R>(R gap)
        where R : struct, IReal<R>
    {
        Truth isMet = gap <= R.Zero;
        // Where the margin is met the derivative is 0·(−y) as the chain rule has it, which is NaN for infinite y.
        return R.WithDerivativeOf(R.Detach(R.Where(isMet, R.Zero, gap)), gap * R.Detach(R.Where(isMet, R.Zero, R.One)));
    }
}

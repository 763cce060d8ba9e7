using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Losses;

/// <summary>libtorch's clamp: NaN stays, but the slope is 0 there and beyond the bound, and 1 at the bound itself.</summary>
static class Clamp
{
    public static R AtLeast<R>(R x, R least)
        where R : struct, IReal<R> => R.Where(R.IsNaN(x), () => R.Detach(x), () => R.Where(x >= least, x, least));
}

using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Losses;

/// <summary>libtorch's <c>clamp_min</c> at 0 and its minimum, of which many losses are made.</summary>
static class Clamp
{
    /// <summary>The larger of 0 and a number, with the derivative 1 at 0, and 0 for NaN.</summary>
    public static R AtLeastZero<R>(R x)
        where R : struct, IReal<R>
    {
        R value = R.Where(x < R.Zero, R.Zero, x);
        // Below 0 the derivative is 0 times the inner derivative as the chain rule has it, which is NaN where that is infinite.
        return R.WithDerivativeOf(R.Detach(value), x * R.Detach(R.Where(x >= R.Zero, R.One, R.Zero)));
    }

    /// <summary>The smaller number; equal ones share the derivative.</summary>
    public static R Smaller<R>(R x, R y)
        where R : struct, IReal<R>
    {
        R smallest = R.Min(x, y), a = R.Detach(x), b = R.Detach(y);
        R ofX = R.Where(a < b, R.One, R.Where(R.Equal(a, b), R.Half, R.Zero)), ofY = R.Where(b < a, R.One, R.Where(R.Equal(a, b), R.Half, R.Zero));
        // The larger one has the derivative 0 times its own as the chain rule has it, which is NaN where that is infinite.
        return R.WithDerivativeOf(R.Detach(smallest), x * ofX + y * ofY);
    }

    /// <summary>
    /// The larger of a number and a bound: NaN stays, but the derivative is 0 there and beyond the bound, and 1 at the bound itself.
    /// </summary>
    public static R AtLeast<R>(R x, R smallest)
        where R : struct, IReal<R> => R.Where(R.IsNaN(x), () => R.Detach(x), () => R.Where(x >= smallest, x, smallest));
}

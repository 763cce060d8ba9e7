using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Losses;

/// <summary>libtorch's <c>clamp_min</c> at 0 and its minimum, of which many losses are composed.</summary>
static class Clamp
{
    /// <summary>The maximum of 0 and a number, with derivative 1 at 0, and 0 at NaN.</summary>
    public static R AtLeastZero<R>(R x)
        where R : struct, IReal<R>
    {
        R value = R.Where(x < R.Zero, R.Zero, x);
        // Below 0 the chain rule multiplies the inner derivative by 0, which is NaN if it is infinite.
        return R.WithDerivativeOf(R.Detach(value), x * R.Detach(R.Where(x >= R.Zero, R.One, R.Zero)));
    }

    /// <summary>The minimum; on a tie the derivative is split equally.</summary>
    public static R Smaller<R>(R x, R y)
        where R : struct, IReal<R>
    {
        R smallest = R.Min(x, y), a = R.Detach(x), b = R.Detach(y);
        R ofX = R.Where(a < b, R.One, R.Where(R.Equal(a, b), R.Half, R.Zero)), ofY = R.Where(b < a, R.One, R.Where(R.Equal(a, b), R.Half, R.Zero));
        // The chain rule multiplies the derivative of the larger one by 0, which is NaN if it is infinite.
        return R.WithDerivativeOf(R.Detach(smallest), x * ofX + y * ofY);
    }

    /// <summary>
    /// The maximum of a number and a bound. NaN stays NaN; the derivative is 0 at NaN and below the bound, and 1 at the bound itself.
    /// </summary>
    public static R AtLeast<R>(R x, R smallest)
        where R : struct, IReal<R> => R.Where(R.IsNaN(x), () => R.Detach(x), () => R.Where(x >= smallest, x, smallest));
}

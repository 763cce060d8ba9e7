using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Optimizers;

/// <summary>The trust ratios of LARS and LAMB.</summary>
static class Trust
{
    public static R Norm<R>(R[] numbers)
        where R : struct, IReal<R> => R.Sqrt(R.Sum(Array.ConvertAll(numbers, R.Square), SumClass.Any));

    /// <summary>The ratio, or 1 if a norm is 0.</summary>
    public static R Ratio<R>(R size, R length, Func<R> ratio)
        where R : struct, IReal<R> =>
            R.Where(R.Equal(size, R.Zero), () => R.One, () => R.Where(R.Equal(length, R.Zero), () => R.One, ratio));

    /// <summary><c>(c·a)/b</c> or <c>c·(a/b)</c>.</summary>
    public static R Scaled<R>(R factor, R numerator, R denominator)
        where R : struct, IReal<R> => R.Hull(factor * numerator / denominator, factor * (numerator / denominator));
}

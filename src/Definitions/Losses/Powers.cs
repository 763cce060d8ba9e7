using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Losses;

/// <summary>Powers of numbers that are not negative.</summary>
static class Powers
{
    /// <summary>The power, whose slope is <see cref="Slope"/>.</summary>
    public static R Of<R>(R x, double exponent)
        where R : struct, IReal<R> => exponent == 0
            ? R.One
            : R.WithSlopeOf(R.Detach(Value(x, exponent)), x * Slope(R.Detach(x), exponent));

    /// <summary><c>γ·x^(γ − 1)</c>; 0 for γ = 0, even where x is 0.</summary>
    public static R Slope<R>(R x, double exponent)
        where R : struct, IReal<R> => exponent == 0 ? R.Zero : R.FromHost(exponent) * Value(x, exponent - 1);

    // A whole power may be a library's or a product; any other one may be taken by way of the logarithm.
    static R Value<R>(R x, double exponent)
        where R : struct, IReal<R> => double.IsInteger(exponent)
            ? R.Hull(R.Pow(x, (long)exponent), Product(x, (long)exponent))
            : R.Exp(R.FromHost(exponent) * R.Log(x));

    static R Product<R>(R x, long exponent)
        where R : struct, IReal<R> => exponent switch
        {
            0 => R.One,
            1 => x,
            _ when long.IsEvenInteger(exponent) => R.Square(Product(x, exponent / 2)),
            _ => x * Product(x, exponent - 1),
        };
}

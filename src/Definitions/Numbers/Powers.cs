namespace ParityNet.Definitions.Numbers;

/// <summary>The derivatives of a power of two numbers, as libtorch has them.</summary>
static class Powers
{
    /// <summary><c>b·aᵇ⁻¹</c>, and 0 where b is 0.</summary>
    public static R ByBase<R>(R a, R exponent)
        where R : struct, IReal<R> =>
        R.Where(R.Equal(exponent, R.Zero), () => R.Zero, () => exponent * R.Pow(a, exponent - R.One));

    /// <summary><c>aᵇ·log a</c>, and 0 where a is 0 and b is not negative.</summary>
    public static R ByExponent<R>(R a, R exponent, R power)
        where R : struct, IReal<R>
    {
        return R.Where(R.Equal(a, R.Zero), () => R.Where(exponent >= R.Zero, () => R.Zero, Derivative), Derivative);

        R Derivative() => power * R.Log(a);
    }
}

namespace ParityNet.Definitions.Numbers;

public partial interface IReal<R>
{
    /// <summary><c>|a|</c>, with the derivative 0 at 0.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Abs(R a);

    /// <summary>The sign function: −1, 0 or 1; 0 for NaN, as in libtorch. Its derivative is 0.</summary>
    /// <param name="a">The operand.</param>
    static virtual R Sign(R a) => R.Where(a > R.Zero, R.One, R.Where(a < R.Zero, -R.One, R.Zero));

    /// <summary>The smaller operand; NaN where either is NaN. On a tie each operand gets half of the derivative.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract R Min(R a, R b);

    /// <summary>The larger operand; NaN where either is NaN. On a tie each operand gets half of the derivative.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract R Max(R a, R b);

    /// <summary>The square; never negative, even for an interval that contains 0.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Square(R a);

    /// <summary>The power with an integer exponent, as computed by a library's <c>pow</c>.</summary>
    /// <param name="a">The base.</param>
    /// <param name="exponent">The exponent; 0 gives 1 for every base.</param>
    static abstract R Pow(R a, long exponent);

    /// <summary>The power with a real exponent, as C's <c>pow</c>.</summary>
    /// <remarks>
    /// 1 where the exponent is 0 or the base is 1, even if the other is NaN. A negative base has powers with integer exponents alone, others are
    /// NaN. At the base 0 it is 0 for a positive exponent and ∞ for a negative one. Derivatives are those of libtorch: <c>b·aᵇ⁻¹</c>, 0 where b
    /// is 0, and <c>aᵇ·log a</c>, 0 where a is 0 and b is not negative.
    /// </remarks>
    /// <param name="a">The base.</param>
    /// <param name="exponent">The exponent b.</param>
    static abstract R Pow(R a, R exponent);

    /// <summary>The square root; NaN below 0.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Sqrt(R a);

    /// <summary>
    /// The square root as computed on the host: correctly rounded, as IEEE 754 requires; a library's square root of tensors need not be.
    /// </summary>
    /// <param name="a">The operand.</param>
    static virtual R HostSqrt(R a) => R.Sqrt(a);

    /// <summary>The exponential function.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Exp(R a);

    /// <summary>The natural logarithm; −∞ at 0, NaN below.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Log(R a);

    /// <summary><c>log(1 + a)</c>; −∞ at −1, NaN below.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Log1p(R a);

    /// <summary><c>exp(a) − 1</c>.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Expm1(R a);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Tanh(R a);

    /// <summary>The error function.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Erf(R a);

    /// <summary><c>1/(1 + exp(−a))</c>.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Sigmoid(R a);

    /// <summary><c>log(1 + exp(a))</c>, without overflow. <c>log σ(a)</c> is <c>−Softplus(−a)</c>.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Softplus(R a);

    /// <summary>The sine of an angle in radians; NaN at ±∞.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Sin(R a);

    /// <summary>The cosine of an angle in radians; NaN at ±∞.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Cos(R a);

    /// <summary>The arc tangent in radians, between −π/2 and π/2.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Atan(R a);
}

namespace ParityNet.Definitions.Numbers;

/// <summary>The abstract number over which definitions are written: one formula, evaluated in every number system.</summary>
/// <remarks>
/// <para>
/// Kinks. A comparison chooses a branch and so the derivative at the kink. <c>R.Where(x &gt; 0, x, 0)</c> has the derivative
/// 0 at 0, as libtorch's relu; <c>R.Where(x &gt;= 0, x, 0)</c> has 1 there, as libtorch's clamp_min. <see cref="Abs"/> has the
/// derivative 0 at 0, <see cref="Max"/> and <see cref="Min"/> split it equally between tied operands. For another convention use
/// <see cref="Where(Truth, R, R)"/>.
/// </para>
/// <para>
/// NaN. Every comparison with NaN is false. Write a condition so that NaN reaches the branch that propagates it:
/// <c>R.Where(x &lt;= 0, 0, x)</c> keeps NaN, <c>R.Where(x &gt; 0, x, 0)</c> turns it into 0.
/// </para>
/// <para>
/// Rounding. A definition must use the operations of a natural implementation. If several associations are natural,
/// <see cref="Hull(R, R)"/> declares them all. An enclosure always contains the exact result, so a more accurate implementation needs no
/// declaration.
/// </para>
/// </remarks>
/// <typeparam name="R">The number system itself.</typeparam>
public partial interface IReal<R>
    where R : struct, IReal<R>
{
    /// <summary>0.</summary>
    static virtual R Zero => R.Exact(0);

    /// <summary>1.</summary>
    static virtual R One => R.Exact(1);

    /// <summary>2.</summary>
    static virtual R Two => R.Exact(2);

    /// <summary>½.</summary>
    static virtual R Half => R.Exact(0.5);

    /// <summary>
    /// Whether numbers are points, so that <see cref="Hull(R, R)"/> returns its first operand and no other form need be computed.
    /// </summary>
    static virtual bool KeepsFirst => false;

    /// <summary>π. In hyperparameters use <see cref="Host.Pi"/>.</summary>
    static abstract R Pi { get; }

    /// <summary>Exactly the real number <paramref name="value"/>, not widened.</summary>
    /// <param name="value">Any double; an input must be representable in the element type.</param>
    static abstract R Exact(double value);

    /// <summary>A hyperparameter that implementations compute in double and round once to the element type.</summary>
    /// <param name="value">The expression; a value that is representable in the element type is not widened.</param>
    static abstract R FromHost(Host value);

    /// <summary>Sum.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract R operator +(R a, R b);

    /// <summary>Difference.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract R operator -(R a, R b);

    /// <summary>Product.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract R operator *(R a, R b);

    /// <summary>Quotient.</summary>
    /// <param name="a">The dividend.</param>
    /// <param name="b">The divisor.</param>
    static abstract R operator /(R a, R b);

    /// <summary>Negation, which is exact.</summary>
    /// <param name="a">The operand.</param>
    static abstract R operator -(R a);

    /// <summary>
    /// The hull of <paramref name="a"/> and <paramref name="b"/>: two natural ways to compute the same real number.
    /// </summary>
    /// <param name="a">The form that point-valued systems keep.</param>
    /// <param name="b">The other form.</param>
    static abstract R Hull(R a, R b);

    /// <summary>The hull, with a form that point-valued systems need not compute.</summary>
    /// <param name="a">The form that point-valued systems keep.</param>
    /// <param name="other">Computes another form.</param>
    static virtual R Hull(R a, Func<R> other) => R.KeepsFirst ? a : R.Hull(a, other());

    /// <summary>The value of <paramref name="primary"/>, with the derivative of either operand: two natural forms of it.</summary>
    /// <param name="primary">The value and one form of the derivative.</param>
    /// <param name="alternative">Mathematically equal; the other form of the derivative.</param>
    /// <remarks>
    /// A detached operand has no derivative: <c>WithDerivativeOf(Detach(a), b)</c> has the value of a and only the derivative of b. So a
    /// definition states a derivative that is a convention.
    /// </remarks>
    static abstract R WithDerivativeOf(R primary, R alternative);

    /// <summary>The value without a derivative, as autograd's <c>detach</c>.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Detach(R a);

    private static R Shift(ReadOnlySpan<R> terms)
    {
        if (terms.IsEmpty)
            return R.Zero;
        R largest = Largest(terms);
        // If the maximum is infinite the shifted operands would be ∞ − ∞; libtorch shifts by 0 then.
        return R.Where(R.Equal(R.Abs(largest), R.Exact(double.PositiveInfinity)), R.Zero, largest);
    }

    private static R Largest(ReadOnlySpan<R> terms)
    {
        R largest = terms[0];
        foreach (R term in terms[1..])
            largest = R.Max(largest, term);
        return R.Detach(largest);
    }

    private static R SumOfExponentials(ReadOnlySpan<R> terms, R shift, SumClass order)
    {
        R[] exponentials = new R[terms.Length];
        for (int i = 0; i < terms.Length; i++)
            exponentials[i] = R.Exp(terms[i] - shift);
        return R.Sum(exponentials, order);
    }
}

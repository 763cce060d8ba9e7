namespace ParityNet.Definitions.Numbers;

/// <summary>The abstract number that definitions are written over: one formula, evaluated in every number system.</summary>
/// <remarks>
/// <para>
/// Kinks. A comparison chooses a branch and so chooses the derivative at the kink. <c>R.Where(x &gt; 0, x, 0)</c> has the derivative
/// 0 at 0, as libtorch's relu; <c>R.Where(x &gt;= 0, x, 0)</c> has 1 there, as libtorch's clamp_min. <see cref="Abs"/> has the
/// derivative 0 at 0, <see cref="Max"/> and <see cref="Min"/> share it equally between equal operands. Where another
/// convention is wanted, write it with <see cref="Where(Truth, R, R)"/>.
/// </para>
/// <para>
/// NaN. Every comparison with NaN is false. Write a condition so that NaN reaches the branch that passes it on:
/// <c>R.Where(x &lt;= 0, 0, x)</c> keeps NaN, <c>R.Where(x &gt; 0, x, 0)</c> turns it into 0.
/// </para>
/// <para>
/// Rounding. A definition must use the operations of a natural implementation. Where several associations are natural,
/// <see cref="Hull"/> declares them all. Exact results lie inside an enclosure always, so a more accurate implementation needs no
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

    /// <summary>Whether numbers are points, so that <see cref="Hull"/> keeps its first operand and no other way need be computed.</summary>
    static virtual bool KeepsFirst => false;

    /// <summary>π. As a hyper-parameter use <see cref="Host.Pi"/>.</summary>
    static abstract R Pi { get; }

    /// <summary>The real number that <paramref name="value"/> is, without any widening.</summary>
    /// <param name="value">Any double; an input must be representable in the element type.</param>
    static abstract R Exact(double value);

    /// <summary>A hyper-parameter that implementations compute in double and round once to the element type.</summary>
    /// <param name="value">The expression; a value that the element type represents is not widened.</param>
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
    /// A value that lies in <paramref name="a"/> or in <paramref name="b"/>: two natural ways to compute the same real number.
    /// </summary>
    /// <param name="a">The form that point-valued systems keep.</param>
    /// <param name="b">The other form.</param>
    static abstract R Hull(R a, R b);

    /// <summary>The value of <paramref name="primary"/>, whose derivative may be computed in the way of either operand.</summary>
    /// <param name="primary">Gives the value and one form of the derivative.</param>
    /// <param name="alternative">Equal in mathematics; gives the other form of the derivative.</param>
    /// <remarks>
    /// A detached operand has no derivative to offer: <c>WithDerivativeOf(Detach(a), b)</c> has the value of a and the derivative of b
    /// alone, which is how a definition states a derivative that is a convention.
    /// </remarks>
    static abstract R WithDerivativeOf(R primary, R alternative);

    /// <summary>The value with the derivative 0.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Detach(R a);

    private static R Shift(ReadOnlySpan<R> terms)
    {
        if (terms.IsEmpty)
            return R.Zero;
        R largest = Largest(terms);
        // Where the largest is infinite the shifted operands would be ∞ − ∞; libtorch shifts by 0 there.
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

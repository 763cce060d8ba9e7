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
public interface IReal<R>
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

    /// <summary>Whether <paramref name="a"/> is less than <paramref name="b"/>; false where either is NaN.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract Truth operator <(R a, R b);

    /// <summary>Whether <paramref name="a"/> is greater than <paramref name="b"/>; false where either is NaN.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract Truth operator >(R a, R b);

    /// <summary>Whether <paramref name="a"/> is at most <paramref name="b"/>; false where either is NaN.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract Truth operator <=(R a, R b);

    /// <summary>Whether <paramref name="a"/> is at least <paramref name="b"/>; false where either is NaN.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract Truth operator >=(R a, R b);

    /// <summary>Whether both values are equal; false where either is NaN.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract Truth Equal(R a, R b);

    /// <summary>Whether the value is NaN.</summary>
    /// <param name="a">The operand.</param>
    static abstract Truth IsNaN(R a);

    /// <summary><c>|a|</c>, with the derivative 0 at 0.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Abs(R a);

    /// <summary>−1, 0 or 1 by the sign of <paramref name="a"/>; 0 for NaN, as in libtorch. Its derivative is 0.</summary>
    /// <param name="a">The operand.</param>
    static virtual R Sign(R a) => R.Where(a > R.Zero, R.One, R.Where(a < R.Zero, -R.One, R.Zero));

    /// <summary>The smaller operand; NaN where either is NaN. Equal operands share the derivative.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract R Min(R a, R b);

    /// <summary>The larger operand; NaN where either is NaN. Equal operands share the derivative.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    static abstract R Max(R a, R b);

    /// <summary>The square, which is never negative.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Square(R a);

    /// <summary>The power with a whole exponent, as a library's <c>pow</c> gives it.</summary>
    /// <param name="a">The base.</param>
    /// <param name="exponent">The exponent; 0 gives 1 for every base.</param>
    static abstract R Pow(R a, long exponent);

    /// <summary>The square root; NaN below 0.</summary>
    /// <param name="a">The operand.</param>
    static abstract R Sqrt(R a);

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

    /// <summary>The sum, as far off as any order of the class may leave it.</summary>
    /// <param name="terms">The summands; none give 0.</param>
    /// <param name="order">The orders that implementations may choose from.</param>
    static abstract R Sum(ReadOnlySpan<R> terms, SumClass order);

    /// <summary>The arithmetic mean: the sum divided by the count, or multiplied by its rounded reciprocal.</summary>
    /// <param name="terms">The values; none give NaN.</param>
    /// <param name="order">The orders that implementations may choose from.</param>
    static virtual R Mean(ReadOnlySpan<R> terms, SumClass order)
    {
        R sum = R.Sum(terms, order), count = R.Exact(terms.Length);
        return terms.IsEmpty ? sum / count : R.Hull(sum / count, sum * R.FromHost(Host.One / terms.Length));
    }

    /// <summary><c>log Σ exp(xᵢ)</c>, shifted by the largest operand.</summary>
    /// <param name="terms">The operands; none give −∞.</param>
    /// <param name="order">The orders of summation that implementations may choose from.</param>
    static virtual R LogSumExp(ReadOnlySpan<R> terms, SumClass order)
    {
        R shift = Shift(terms);
        return shift + R.Log(SumOfExponentials(terms, shift, order));
    }

    /// <summary><c>xᵢ − log Σ exp(xⱼ)</c> for every <c>i</c>, shifted by the largest operand.</summary>
    /// <param name="terms">The operands.</param>
    /// <param name="result">Takes the results; as long as <paramref name="terms"/>.</param>
    /// <param name="order">The orders of summation that implementations may choose from.</param>
    static virtual void LogSoftmax(ReadOnlySpan<R> terms, Span<R> result, SumClass order)
    {
        if (terms.IsEmpty)
            return;
        R shift = Largest(terms);
        R logOfSum = R.Log(SumOfExponentials(terms, shift, order));
        for (int i = 0; i < terms.Length; i++)
            result[i] = R.Hull(terms[i] - shift - logOfSum, terms[i] - (shift + logOfSum));
    }

    /// <summary><paramref name="ifTrue"/> or <paramref name="ifFalse"/>; the hull of both where the condition is undecided.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="ifTrue">The value where the condition holds.</param>
    /// <param name="ifFalse">The value where it does not.</param>
    static abstract R Where(Truth condition, R ifTrue, R ifFalse);

    /// <summary>As <see cref="Where(Truth, R, R)"/>, but evaluates only the branches that can be reached.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="ifTrue">Gives the value where the condition holds.</param>
    /// <param name="ifFalse">Gives the value where it does not.</param>
    static virtual R Where(Truth condition, Func<R> ifTrue, Func<R> ifFalse) =>
        condition.IsMaybe ? R.Where(condition, ifTrue(), ifFalse()) : condition.CanBeTrue ? ifTrue() : ifFalse();

    /// <summary>A value that lies in <paramref name="a"/> or in <paramref name="b"/>: two natural ways to compute the same real number.</summary>
    /// <param name="a">The form that point-valued systems keep.</param>
    /// <param name="b">The other form.</param>
    static abstract R Hull(R a, R b);

    /// <summary>The value of <paramref name="primary"/>, whose derivative may be computed in the way of either operand.</summary>
    /// <param name="primary">Gives the value and one form of the derivative.</param>
    /// <param name="alternative">Equal in mathematics; gives the other form of the derivative.</param>
    /// <remarks>
    /// A detached operand has no derivative to offer: <c>WithSlopeOf(Detach(a), b)</c> has the value of a and the derivative of b alone,
    /// which is how a definition states a derivative that is a convention.
    /// </remarks>
    static abstract R WithSlopeOf(R primary, R alternative);

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

namespace ParityNet.Definitions.Numbers;

/// <summary>A dual number: a value and its derivative along one seeded direction (forward-mode differentiation).</summary>
/// <remarks>
/// <para>
/// Every rule is that of a natural backward pass, written with the operations of <typeparamref name="R"/>, so that an enclosure of the
/// derivative contains what a faithful implementation of that backward pass can produce: <c>(a/b)′ = a′/b − b′·((a/b)/b)</c>,
/// <c>(√a)′ = a′/(2√a)</c>, <c>tanh′ = 1 − tanh²</c>, <c>σ′ = σ(1 − σ)</c>, <c>softplus′ = σ</c>. If there is another natural form, the
/// definition declares it with <see cref="WithDerivativeOf"/>.
/// </para>
/// <para>
/// A number that does not depend on the direction is a constant: no derivative propagates through it, not even as <c>0·∞</c>, because no
/// backward pass visits it. A derivative that merely happens to be 0, such as that of |a| at 0, propagates like any other.
/// </para>
/// </remarks>
/// <typeparam name="R">The number system of both parts.</typeparam>
public readonly partial record struct Dual<R> : IReal<Dual<R>>
    where R : struct, IReal<R>
{
    Dual(R value, R derivative, bool isConstant)
    {
        Value = value;
        Derivative = derivative;
        IsConstant = isConstant;
    }

    /// <summary>A value with a given derivative.</summary>
    /// <param name="value">The value.</param>
    /// <param name="derivative">Its derivative along the direction.</param>
    public Dual(R value, R derivative)
        : this(value, derivative, isConstant: false)
    {
    }

    /// <summary>The value.</summary>
    public R Value { get; }

    /// <summary>The derivative along the direction.</summary>
    public R Derivative { get; }

    /// <summary>Whether the number does not depend on the direction at all.</summary>
    public bool IsConstant { get; }

    /// <summary>The number to differentiate with respect to: its derivative is 1.</summary>
    /// <param name="value">The number.</param>
    public static Dual<R> Variable(R value) => new(value, R.One);

    /// <summary>A number that does not depend on the direction.</summary>
    /// <param name="value">The number.</param>
    public static Dual<R> Constant(R value) => new(value, R.Zero, isConstant: true);

    /// <inheritdoc/>
    public static bool KeepsFirst => R.KeepsFirst;

    /// <inheritdoc/>
    public static Dual<R> Pi => Constant(R.Pi);

    /// <inheritdoc/>
    public static Dual<R> Exact(double value) => Constant(R.Exact(value));

    /// <inheritdoc/>
    public static Dual<R> FromHost(Host value) => Constant(R.FromHost(value));

    /// <inheritdoc/>
    public static Dual<R> Detach(Dual<R> a) => Constant(a.Value);

    /// <inheritdoc/>
    public static Truth operator <(Dual<R> a, Dual<R> b) => a.Value < b.Value;

    /// <inheritdoc/>
    public static Truth operator >(Dual<R> a, Dual<R> b) => a.Value > b.Value;

    /// <inheritdoc/>
    public static Truth operator <=(Dual<R> a, Dual<R> b) => a.Value <= b.Value;

    /// <inheritdoc/>
    public static Truth operator >=(Dual<R> a, Dual<R> b) => a.Value >= b.Value;

    /// <inheritdoc/>
    public static Truth Equal(Dual<R> a, Dual<R> b) => R.Equal(a.Value, b.Value);

    /// <inheritdoc/>
    public static Truth IsNaN(Dual<R> a) => R.IsNaN(a.Value);

    /// <inheritdoc/>
    public static Dual<R> Where(Truth condition, Dual<R> ifTrue, Dual<R> ifFalse) =>
        condition.IsMaybe ? Either(condition, ifTrue, ifFalse) : condition.CanBeTrue ? ifTrue : ifFalse;

    /// <inheritdoc/>
    public static Dual<R> Hull(Dual<R> a, Dual<R> b) =>
        new(R.Hull(a.Value, b.Value), R.Hull(a.Derivative, b.Derivative), a.IsConstant && b.IsConstant);

    /// <inheritdoc/>
    public static Dual<R> WithDerivativeOf(Dual<R> primary, Dual<R> alternative)
    {
        R value = R.WithDerivativeOf(primary.Value, alternative.Value);
        // A constant operand has no derivative.
        return (primary.IsConstant, alternative.IsConstant) switch
        {
            (true, true) => Constant(value),
            (true, false) => new(value, alternative.Derivative),
            (false, true) => new(value, primary.Derivative),
            _ => new(value, R.Hull(primary.Derivative, alternative.Derivative)),
        };
    }

    /// <inheritdoc/>
    public static Dual<R> Sum(ReadOnlySpan<Dual<R>> terms, SumClass order)
    {
        R[] values = new R[terms.Length], derivatives = new R[terms.Length];
        bool isConstant = true;
        for (int i = 0; i < terms.Length; i++)
        {
            values[i] = terms[i].Value;
            derivatives[i] = terms[i].Derivative;
            isConstant &= terms[i].IsConstant;
        }

        R sum = R.Sum(values, order);
        return isConstant ? Constant(sum) : new(sum, R.Sum(derivatives, order));
    }

    static Dual<R> Either(Truth condition, Dual<R> a, Dual<R> b) =>
        new(R.Where(condition, a.Value, b.Value), R.Where(condition, a.Derivative, b.Derivative), a.IsConstant && b.IsConstant);

    // The derivative of f(a); f′ is evaluated only if a is not constant.
    static Dual<R> Chain(Dual<R> a, R value, Func<R, R> derivative) => a.IsConstant ? Constant(value) : new(value, derivative(a.Derivative));
}

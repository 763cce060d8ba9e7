namespace ParityNet.Definitions.Numbers;

/// <summary>
/// A number whose computation is recorded on a <see cref="Tape{R}"/> (reverse-mode differentiation).
/// </summary>
/// <remarks>
/// <para>
/// Rules, kinks and constants are those of <see cref="Dual{R}"/>, but the order is that of autograd: the cotangent is first multiplied by
/// the derivative of the last operation. Contributions to one number are added in any order. Both branches of an undecided condition are
/// followed, and both forms of <see cref="WithDerivativeOf"/>; of the two operands of <see cref="Hull(Adjoint{R}, Adjoint{R})"/> only the
/// first that depends on a variable.
/// </para>
/// <para>
/// One backward sweep over the tape yields the derivatives with respect to all variables, for about the cost of one evaluation.
/// </para>
/// </remarks>
/// <typeparam name="R">The number system of values and cotangents.</typeparam>
public readonly partial struct Adjoint<R> : IReal<Adjoint<R>>
    where R : struct, IReal<R>
{
    const int Nowhere = -1;

    readonly Tape<R>? tape;
    readonly int position;

    internal Adjoint(R value, Tape<R> tape, int position) => (Value, this.tape, this.position) = (value, tape, position);

    Adjoint(R value) => (Value, position) = (value, Nowhere);

    /// <summary>The value.</summary>
    public R Value { get; }

    /// <summary>Whether the number does not depend on any variable.</summary>
    public bool IsConstant => tape is null;

    /// <inheritdoc/>
    public static bool KeepsFirst => R.KeepsFirst;

    /// <inheritdoc/>
    public static Adjoint<R> Pi => Constant(R.Pi);

    internal int Position => tape is null ? Nowhere : position;

    /// <summary>A number that does not depend on any variable.</summary>
    /// <param name="value">The number.</param>
    public static Adjoint<R> Constant(R value) => new(value);

    /// <inheritdoc/>
    public static Adjoint<R> Exact(double value) => Constant(R.Exact(value));

    /// <inheritdoc/>
    public static Adjoint<R> FromHost(Host value) => Constant(R.FromHost(value));

    /// <inheritdoc/>
    public static Adjoint<R> Detach(Adjoint<R> a) => Constant(a.Value);

    /// <inheritdoc/>
    public static Truth operator <(Adjoint<R> a, Adjoint<R> b) => a.Value < b.Value;

    /// <inheritdoc/>
    public static Truth operator >(Adjoint<R> a, Adjoint<R> b) => a.Value > b.Value;

    /// <inheritdoc/>
    public static Truth operator <=(Adjoint<R> a, Adjoint<R> b) => a.Value <= b.Value;

    /// <inheritdoc/>
    public static Truth operator >=(Adjoint<R> a, Adjoint<R> b) => a.Value >= b.Value;

    /// <inheritdoc/>
    public static Truth Equal(Adjoint<R> a, Adjoint<R> b) => R.Equal(a.Value, b.Value);

    /// <inheritdoc/>
    public static Truth IsNaN(Adjoint<R> a) => R.IsNaN(a.Value);

    /// <inheritdoc/>
    public static Adjoint<R> Where(Truth condition, Adjoint<R> ifTrue, Adjoint<R> ifFalse)
    {
        if (!condition.IsMaybe)
            return condition.CanBeTrue ? ifTrue : ifFalse;
        R value = R.Where(condition, ifTrue.Value, ifFalse.Value);
        return TapeOf(ifTrue, ifFalse) is { } on ? new(value, on, on.RecordBranch(condition, ifTrue.Position, ifFalse.Position)) : Constant(value);
    }

    /// <inheritdoc/>
    public static Adjoint<R> Hull(Adjoint<R> a, Adjoint<R> b) => (a.IsConstant ? b : a).With(R.Hull(a.Value, b.Value));

    /// <inheritdoc/>
    public static Adjoint<R> WithDerivativeOf(Adjoint<R> primary, Adjoint<R> alternative)
    {
        R value = R.WithDerivativeOf(primary.Value, alternative.Value);
        return primary.IsConstant ? alternative.With(value)
            : alternative.IsConstant ? primary.With(value)
            : new(value, TapeOf(primary, alternative)!, primary.tape!.RecordForm(primary.position, alternative.position));
    }

    /// <inheritdoc/>
    public static Adjoint<R> Sum(ReadOnlySpan<Adjoint<R>> terms, SumClass order)
    {
        var values = new R[terms.Length];
        Adjoint<R> only = default;
        int depend = 0;
        for (int i = 0; i < terms.Length; i++)
        {
            values[i] = terms[i].Value;
            if (terms[i].IsConstant)
                continue;
            depend++;
            only = terms[i];
        }

        R sum = R.Sum(values, order);
        return depend switch
        {
            0 => Constant(sum),
            1 => only.With(sum),
            _ => new(sum, only.tape!, only.tape!.RecordSum(terms)),
        };
    }

    // Another value with the same derivative: the cotangent passes unchanged.
    Adjoint<R> With(R value) => tape is null ? new(value) : new(value, tape, position);

    static Tape<R>? TapeOf(Adjoint<R> a, Adjoint<R> b) => a.tape is null || b.tape is null || a.tape == b.tape
        ? a.tape ?? b.tape
        : throw new InvalidOperationException("Operands must be on one tape: expected the same, got two.");
}

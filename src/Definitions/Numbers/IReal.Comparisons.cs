namespace ParityNet.Definitions.Numbers;

public partial interface IReal<R>
{
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

    /// <summary><paramref name="ifTrue"/> or <paramref name="ifFalse"/>; the hull of both if the condition is undecided.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="ifTrue">The value where the condition holds.</param>
    /// <param name="ifFalse">The value where it does not.</param>
    static abstract R Where(Truth condition, R ifTrue, R ifFalse);

    /// <summary>As <see cref="Where(Truth, R, R)"/>, but evaluates only the branches that can be reached.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="ifTrue">Computes the value where the condition holds.</param>
    /// <param name="ifFalse">Computes the value where it does not.</param>
    static virtual R Where(Truth condition, Func<R> ifTrue, Func<R> ifFalse) =>
        condition.IsMaybe ? R.Where(condition, ifTrue(), ifFalse()) : condition.CanBeTrue ? ifTrue() : ifFalse();
}

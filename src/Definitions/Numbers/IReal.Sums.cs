namespace ParityNet.Definitions.Numbers;

public partial interface IReal<R>
{
    /// <summary>The sum, with the rounding error of any summation order of the class.</summary>
    /// <param name="terms">The summands; an empty sum is 0.</param>
    /// <param name="order">The orders that implementations may choose from.</param>
    static abstract R Sum(ReadOnlySpan<R> terms, SumClass order);

    /// <summary>The arithmetic mean: the sum divided by the count, or multiplied by its rounded reciprocal.</summary>
    /// <param name="terms">The values; NaN if empty.</param>
    /// <param name="order">The orders that implementations may choose from.</param>
    static virtual R Mean(ReadOnlySpan<R> terms, SumClass order)
    {
        R sum = R.Sum(terms, order), count = R.Exact(terms.Length);
        return terms.IsEmpty ? sum / count : R.Hull(sum / count, sum * R.FromHost(Host.One / terms.Length));
    }

    /// <summary><c>log Σ exp(xᵢ)</c>, shifted by the maximum.</summary>
    /// <param name="terms">The operands; −∞ if empty.</param>
    /// <param name="order">The orders of summation that implementations may choose from.</param>
    static virtual R LogSumExp(ReadOnlySpan<R> terms, SumClass order)
    {
        R shift = Shift(terms);
        return shift + R.Log(SumOfExponentials(terms, shift, order));
    }

    /// <summary><c>xᵢ − log Σ exp(xⱼ)</c> for every <c>i</c>, shifted by the maximum.</summary>
    /// <param name="terms">The operands.</param>
    /// <param name="result">Receives the results; as long as <paramref name="terms"/>.</param>
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
}

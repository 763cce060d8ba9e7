namespace ParityNet.Definitions.Problems;

/// <summary><c>Σ rᵢ(x)²</c>.</summary>
/// <param name="Residuals">r.</param>
public sealed record SumOfSquares(IVectorFormula Residuals) : IFormula
{
    /// <inheritdoc/>
    public R Value<R>(R[] x) where R : struct, Numbers.IReal<R>
    {
        R sum = R.Zero;
        foreach (R residual in Residuals.Values(x))
            sum += R.Square(residual);
        return sum;
    }
}

/// <summary><c>Σ wᵢcᵢ(x)</c>, as in a Lagrangian.</summary>
/// <param name="weights">w.</param>
/// <param name="functions">c.</param>
sealed class WeightedSum(double[] weights, IVectorFormula functions) : IFormula
{
    public R Value<R>(R[] x) where R : struct, Numbers.IReal<R>
    {
        R[] values = functions.Values(x);
        R sum = R.Zero;
        for (int i = 0; i < values.Length; i++)
            sum += R.Exact(weights[i]) * values[i];
        return sum;
    }
}

using System.Collections.Immutable;
using System.Numerics;

namespace ParityNet.Minimizers;

/// <summary>The smallest and the largest value of each variable.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Lower">One number per variable; −∞ where there is no bound.</param>
/// <param name="Upper">One number per variable, at least as large as the lower one; +∞ where there is no bound.</param>
public sealed record Bounds<T>(ImmutableArray<T> Lower, ImmutableArray<T> Upper) where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Requires one pair of bounds per variable that some number lies between.</summary>
    /// <param name="variables">The number of variables.</param>
    /// <exception cref="ArgumentException">There are too many or too few, or a lower bound is above the upper one.</exception>
    public void Check(int variables)
    {
        if (Lower.Length != variables || Upper.Length != variables)
            throw new ArgumentException($"bounds must hold one number per variable: expected {variables} and {variables}, got {Lower.Length} and " +
                $"{Upper.Length}.");
        for (int i = 0; i < variables; i++)
            if (!(Lower[i] <= Upper[i]) || T.IsPositiveInfinity(Lower[i]) || T.IsNegativeInfinity(Upper[i]))
                throw new ArgumentException(FormattableString.Invariant(
                    $"bounds of variable {i} must leave a number: expected lower at most upper, got {Lower[i]} and {Upper[i]}."));
    }
}

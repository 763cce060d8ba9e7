namespace ParityNet.Definitions.Numbers;

/// <summary>The summation orders that an implementation may choose from; they bound the rounding error of its sum.</summary>
/// <remarks>
/// With <c>γₖ = ku/(1 − ku)</c>, the error is at most <c>γₖ·Σ|x|</c>, where <c>k</c> is the longest chain of additions
/// that any summand passes through. N. J. Higham, Accuracy and Stability of Numerical Algorithms, chapter 4.
/// </remarks>
/// <param name="Kind">The family of orders.</param>
/// <param name="Block">The number of summands per block, for <see cref="SumKind.Blocked"/>; otherwise 0.</param>
public readonly record struct SumClass(SumKind Kind, int Block = 0)
{
    /// <summary>Any order: chains of up to <c>n − 1</c> additions.</summary>
    public static SumClass Any => new(SumKind.Any);

    /// <summary>A balanced binary tree: chains of <c>⌈log₂ n⌉</c> additions.</summary>
    public static SumClass Pairwise => new(SumKind.Pairwise);

    /// <summary>Kahan's or Neumaier's compensated sum: an error of <c>2u·Σ|x|</c> plus second-order terms.</summary>
    public static SumClass Compensated => new(SumKind.Compensated);

    /// <summary>A sum accumulated in a type at least twice as precise and rounded once at the end.</summary>
    public static SumClass Wide => new(SumKind.Wide);

    /// <summary>Blocks of <paramref name="block"/> summands in any order, then the block sums in any order.</summary>
    /// <param name="block">The number of summands per block; greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="block"/> is not greater than 0.</exception>
    public static SumClass Blocked(int block)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(block);
        return new(SumKind.Blocked, block);
    }

    /// <summary>The maximum number of rounded additions that one of <paramref name="count"/> summands passes through.</summary>
    /// <param name="count">The number of summands; not negative.</param>
    public long Chain(int count) => count <= 1 ? 0 : Kind switch
    {
        SumKind.Pairwise => CeilingLog2(count),
        SumKind.Blocked => Math.Min(Block, count) - 1 + (count + Block - 1L) / Block - 1,
        SumKind.Compensated => 2,
        SumKind.Wide => 1,
        _ => count - 1,
    };

    static int CeilingLog2(int count) => 32 - int.LeadingZeroCount(count - 1);
}

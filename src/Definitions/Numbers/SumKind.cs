namespace ParityNet.Definitions.Numbers;

/// <summary>The families of summation orders that <see cref="SumClass"/> distinguishes.</summary>
public enum SumKind
{
    /// <summary>Any order at all.</summary>
    Any,

    /// <summary>A balanced binary tree.</summary>
    Pairwise,

    /// <summary>Blocks of a fixed size, then the block sums.</summary>
    Blocked,

    /// <summary>Kahan's or Neumaier's compensated sum.</summary>
    Compensated,

    /// <summary>A sum accumulated in a type at least twice as precise, rounded once.</summary>
    Wide,
}

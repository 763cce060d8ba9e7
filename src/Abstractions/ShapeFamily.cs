namespace ParityNet;

/// <summary>The family of shapes that the first argument of an op may have.</summary>
public enum ShapeFamily
{
    /// <summary>Any.</summary>
    Any,

    /// <summary><c>[C]</c> or <c>[N, C]</c>, with C of at least 1.</summary>
    Rows,

    /// <summary><c>[C]</c>, <c>[N, C]</c> or <c>[N, C, d₁, …]</c>, with C of at least 1.</summary>
    DeepRows,

    /// <summary><c>[N, C]</c> or <c>[N, C, d₁, …]</c> with two or more elements per channel, and C of at least 1.</summary>
    Channels,

    /// <summary><c>[T, C]</c> or <c>[T, N, C]</c>: a sequence of rows over time.</summary>
    Sequences,
}

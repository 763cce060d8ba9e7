namespace ParityNet;

/// <summary>Which shapes the first argument of an op may have.</summary>
public enum ShapeFamily
{
    /// <summary>Any.</summary>
    Any,

    /// <summary><c>[C]</c> or <c>[N, C]</c>, with C of at least 1.</summary>
    Rows,

    /// <summary><c>[C]</c>, <c>[N, C]</c> or <c>[N, C, d₁, …]</c>, with C of at least 1.</summary>
    DeepRows,

    /// <summary><c>[N, C]</c> or <c>[N, C, d₁, …]</c> with two numbers or more a channel, and C of at least 1.</summary>
    Channels,

    /// <summary><c>[T, C]</c> or <c>[T, N, C]</c>: rows that follow each other in time.</summary>
    Sequences,
}

namespace ParityNet.Parity.Proving;

/// <summary>The options of a proof: reference, number of cases, seed.</summary>
public sealed record ProofOptions
{
    /// <summary>A reference backend, such as libtorch; null compares with the definition only.</summary>
    public IBackend? Against { get; init; }

    /// <summary>The number of cases; at least 1.</summary>
    public int Cases { get; init => field = Require.AtLeast(value, 1); } = 1000;

    /// <summary>The seed of the cases.</summary>
    public ulong Seed { get; init; } = 1;
}

namespace ParityNet.Parity.Proving;

/// <summary>How thorough a proof is to be.</summary>
public sealed record ProofOptions
{
    /// <summary>A backend to compare with, as libtorch; null compares with the definition alone.</summary>
    public IBackend? Against { get; init; }

    /// <summary>How many cases to try; at least 1.</summary>
    public int Cases { get; init => field = Require.AtLeast(value, 1); } = 1000;

    /// <summary>The seed of the cases.</summary>
    public ulong Seed { get; init; } = 1;
}

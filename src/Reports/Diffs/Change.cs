namespace ParityNet.Reports;

/// <summary>Which way something changed.</summary>
public enum Direction
{
    /// <summary>Neither better nor worse.</summary>
    Moved,

    /// <summary>It is better now.</summary>
    Better,

    /// <summary>It is worse now.</summary>
    Worse,
}

/// <summary>Something that differs between two reports.</summary>
/// <param name="Where">What it is about: an op with its element type, a law, a known difference, the setting.</param>
/// <param name="Direction">Which way it changed.</param>
/// <param name="What">What changed, from what to what.</param>
public sealed record Change(string Where, Direction Direction, string What);

namespace ParityNet.Reports;

/// <summary>How many cases an op and element type gets where nothing is said: an even share of a fixed number, whatever the clock says.</summary>
/// <param name="Total">Cases to share.</param>
/// <param name="Smallest">The fewest that an op and element type gets.</param>
/// <param name="Most">The most that it gets.</param>
public sealed record CaseBudget(int Total, int Smallest, int Most)
{
    /// <summary>A report of any number of ops in a few minutes.</summary>
    public static CaseBudget Report { get; } = new(40_000, 60, 400);

    /// <summary>A look at one op, or at a few.</summary>
    public static CaseBudget Check { get; } = new(80_000, 60, 1000);

    /// <summary>A first look in seconds: what it finds is real, what it does not find may still be there.</summary>
    public static CaseBudget Quick { get; } = new(3_000, 8, 60);

    /// <summary>The share.</summary>
    /// <param name="pairs">How many ops and element types share.</param>
    /// <returns>Cases.</returns>
    public int For(int pairs) => Math.Clamp(Total / Math.Max(1, pairs), Smallest, Most);

    /// <summary>The rule in words.</summary>
    /// <param name="pairs">How many ops and element types share.</param>
    /// <returns>A phrase.</returns>
    public string Rule(int pairs) => FormattableString.Invariant(
        $"{Total} cases shared evenly by {pairs} {(pairs == 1 ? "op and element type" : "ops and element types")}, at least {Smallest} and at most {Most} each");
}

using System.Globalization;

namespace ParityNet.Reports;

/// <summary>The default number of cases per op and element type: an equal part of a fixed total, independent of run time.</summary>
/// <param name="Total">The total number of cases.</param>
/// <param name="Smallest">The minimum per op and element type.</param>
/// <param name="Most">The maximum per op and element type.</param>
sealed record CaseBudget(int Total, int Smallest, int Most)
{
    /// <summary>The budget of <c>report</c>: any number of ops in a few minutes.</summary>
    public static CaseBudget Report { get; } = new(30_000, 60, 400);

    /// <summary>The budget of <c>check</c>: one op or a few.</summary>
    public static CaseBudget Check { get; } = new(80_000, 60, 1000);

    /// <summary>The budget of a quick run in seconds, whose findings are real but not complete.</summary>
    public static CaseBudget Quick { get; } = new(3_000, 8, 60);

    /// <summary>The number of cases for each op and element type.</summary>
    /// <param name="pairs">The number of pairs of op and element type.</param>
    /// <returns>The number of cases.</returns>
    public int For(int pairs) => Math.Clamp(Total / Math.Max(1, pairs), Smallest, Most);

    /// <summary>The rule in words.</summary>
    /// <param name="pairs">The number of pairs of op and element type.</param>
    /// <returns>A phrase.</returns>
    public string Rule(int pairs) => string.Create(CultureInfo.InvariantCulture,
        $"{Total} cases shared evenly by {pairs} {(pairs == 1 ? "op and element type" : "ops and element types")}, at least {Smallest} and at " +
            $"most {Most} each");
}

using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports;

/// <summary>The claim of a report in one sentence, and its totals.</summary>
/// <param name="Claim">The claim, with its scope.</param>
/// <param name="Agrees">Whether no disagreement is unexplained and every law held.</param>
/// <param name="Cases">The number of cases.</param>
/// <param name="Elements">The number of elements judged.</param>
/// <param name="Verdicts">The verdicts on these elements.</param>
/// <param name="Unexplained">The number of elements outside their enclosure that no known difference explains.</param>
/// <param name="LawsHeld">The number of laws that held on every case.</param>
/// <param name="LawsBroken">The number of laws that broke on at least one case without a reason on record.</param>
/// <param name="LawsKnown">The number of laws that broke for a reason on record.</param>
public sealed record ReportSummary(
    string Claim, bool Agrees, long Cases, long Elements, VerdictCounts Verdicts, long Unexplained, int LawsHeld, int LawsBroken, int LawsKnown)
{
    /// <summary>The summary of a run without cases.</summary>
    internal static ReportSummary None { get; } = new("", false, 0, 0, VerdictCounts.None, 0, 0, 0, 0);

    /// <summary>The number of laws checked.</summary>
    internal int Laws() => LawsHeld + LawsBroken + LawsKnown;
}

using ParityNet.Parity.Verdicts;

namespace ParityNet.Reports;

/// <summary>The claim of a report in one sentence, and its totals.</summary>
/// <param name="Claim">What was shown, with its scope.</param>
/// <param name="Agrees">Whether no disagreement is left unexplained and every law held.</param>
/// <param name="Cases">Cases that ran.</param>
/// <param name="Elements">Elements that were judged.</param>
/// <param name="Verdicts">Verdicts on those elements.</param>
/// <param name="Unexplained">Elements outside their enclosure that no known difference explains.</param>
/// <param name="LawsHeld">Laws that held on every case.</param>
/// <param name="LawsBroken">Laws that broke on at least one, for no reason on record.</param>
/// <param name="LawsKnown">Laws that broke where that is on record.</param>
public sealed record ReportSummary(
    string Claim, bool Agrees, long Cases, long Elements, VerdictCounts Verdicts, long Unexplained, int LawsHeld, int LawsBroken, int LawsKnown)
{
    /// <summary>Nothing ran.</summary>
    internal static ReportSummary None { get; } = new("", false, 0, 0, VerdictCounts.None, 0, 0, 0, 0);

    /// <summary>Laws that were tried.</summary>
    internal int Laws() => LawsHeld + LawsBroken + LawsKnown;
}

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

    /// <summary>The summary of a report, from its other fields.</summary>
    /// <param name="report">The report; its own summary is not read.</param>
    internal static ReportSummary Of(Report report)
    {
        VerdictCounts verdicts = report.Ops.Aggregate(VerdictCounts.None, (sum, op) => sum.Plus(op.Verdicts));
        int held = report.Laws.Count(law => law.Broken == 0), broken = report.Laws.Count(law => law.IsBroken()),
            known = report.Laws.Length - held - broken;
        long outside = report.Ops.Sum(op => op.Outside());
        bool agrees = outside == 0 && broken == 0 && report.KnownDifferences.All(k => k.StillDiffers != false)
            && report.Textbook.Rows.All(row => row.Agrees);
        long cases = report.Ops.Sum(op => op.Cases);
        string claim = report.Ops.IsEmpty && !report.Laws.IsEmpty
            ? Reports.Claim.OfLaws(report.Laws, held, broken, known)
            : Reports.Claim.Of(report.Setup.Backends, cases, report.Ops.Select(op => op.Op).Distinct().Count(), report.Laws.Length, agrees,
                report.Complete);
        return new(claim, agrees, cases, verdicts.Total(), verdicts, outside, held, broken, known);
    }

    /// <summary>The number of laws checked.</summary>
    internal int Laws() => LawsHeld + LawsBroken + LawsKnown;
}

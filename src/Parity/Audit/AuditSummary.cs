namespace ParityNet.Parity.Audit;

/// <summary>The summary of an audit.</summary>
/// <param name="Library">The library's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Cases">The number of cases per member and element type.</param>
/// <param name="Members">The number of members checked against definitions.</param>
/// <param name="Differing">The number of members that differ in at least one case.</param>
/// <param name="Findings">The number of findings on record.</param>
/// <param name="StillDiffering">The number of findings whose pinned case still differs.</param>
/// <param name="Unexplained">The number of members that differ without a finding on record.</param>
/// <param name="Worst">The finding that explains the most cases; empty where none does.</param>
/// <param name="WorstDiffers">How it differs, in a sentence.</param>
/// <param name="WorstCases">The number of cases that it explains.</param>
public sealed record AuditSummary(
    string Library, string Version, int Cases, int Members, int Differing, int Findings, int StillDiffering, int Unexplained,
    string Worst, string WorstDiffers, int WorstCases)
{
    /// <summary>Summarizes an audit.</summary>
    /// <param name="report">The audit.</param>
    /// <returns>The summary.</returns>
    public static AuditSummary Of(AuditReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        AuditedFinding? worst = report.Worst;
        return new(report.Library, report.Version, report.Cases, report.Members.Length, report.Members.Count(member => member.Differing > 0),
            report.Findings.Length, report.StillDiffering, report.Members.Count(member => member.Unexplained is not null),
            worst?.Id ?? "", worst is null ? "" : $"{string.Join(", ", worst.Members)}: {worst.Differs}", worst?.Cases ?? 0);
    }

    /// <summary>The summary in sentences.</summary>
    /// <returns>Two sentences; one where no case differs.</returns>
    public string Told() =>
        $"{Members} members of {Library} {Version}'s own API beside the definitions: {Differing} differ; of {Findings} findings on record " +
            $"{StillDiffering} still differ, and {Unexplained} members differ for no reason on record."
        + (Worst.Length == 0 ? "" : $" The worst is {Worst} ({WorstCases} cases). {WorstDiffers}");
}

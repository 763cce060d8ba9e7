namespace ParityNet.Parity.Audit;

/// <summary>An audit in a few figures.</summary>
/// <param name="Library">The library's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Cases">Cases a member and element type.</param>
/// <param name="Members">Members that were held against definitions.</param>
/// <param name="Differing">Members that differ in some case.</param>
/// <param name="Findings">Findings on record.</param>
/// <param name="StillDiffering">Findings whose pinned case still differs.</param>
/// <param name="Unexplained">Members that differ for no reason on record.</param>
/// <param name="Worst">The finding that explains the most cases; empty where none does.</param>
/// <param name="WorstDiffers">What it is, in a sentence.</param>
/// <param name="WorstCases">How many cases it explains.</param>
public sealed record AuditSummary(
    string Library, string Version, int Cases, int Members, int Differing, int Findings, int StillDiffering, int Unexplained,
    string Worst, string WorstDiffers, int WorstCases)
{
    /// <summary>The figures of an audit.</summary>
    /// <param name="report">The audit.</param>
    /// <returns>Its summary.</returns>
    public static AuditSummary Of(AuditReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        AuditedFinding? worst = report.Worst;
        return new(report.Library, report.Version, report.Cases, report.Members.Length, report.Members.Count(member => member.Differing > 0),
            report.Findings.Length, report.StillDiffering, report.Members.Count(member => member.Unexplained is not null),
            worst?.Id ?? "", worst is null ? "" : $"{string.Join(", ", worst.Members)}: {worst.Differs}", worst?.Cases ?? 0);
    }

    /// <summary>The figures in sentences.</summary>
    /// <returns>Two sentences; one where no case differs.</returns>
    public string Told() =>
        $"{Members} members of {Library} {Version}'s own API beside the definitions: {Differing} differ; of {Findings} findings on record {StillDiffering} still differ, and {Unexplained} members differ for no reason on record."
        + (Worst.Length == 0 ? "" : $" The worst is {Worst} ({WorstCases} cases). {WorstDiffers}");
}

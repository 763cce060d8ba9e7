using System.Collections.Immutable;

namespace ParityNet.Parity.Audit;

/// <summary>The report of an audit of a library's own API.</summary>
/// <param name="Library">The library's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Cases">The number of cases per member and element type.</param>
/// <param name="Seed">The seed of the cases.</param>
/// <param name="Members">One entry per member.</param>
/// <param name="Findings">One entry per finding.</param>
public sealed record AuditReport(
    string Library, string Version, int Cases, ulong Seed, ImmutableArray<AuditedMember> Members, ImmutableArray<AuditedFinding> Findings)
{
    /// <summary>Whether every difference has a finding on record, and every finding still shows on its pinned case.</summary>
    public bool IsAsKnown => Members.All(member => member.Unexplained is null) && Findings.All(finding => finding.StillDiffers);

    /// <summary>The number of findings that still show on their pinned case.</summary>
    public int StillDiffering => Findings.Count(finding => finding.StillDiffers);

    /// <summary>The finding that explains the most cases; null where none does.</summary>
    public AuditedFinding? Worst => Findings.Where(finding => finding.Cases > 0).MaxBy(finding => finding.Cases);
}

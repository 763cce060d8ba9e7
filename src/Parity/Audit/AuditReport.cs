using System.Collections.Immutable;

namespace ParityNet.Parity.Audit;

/// <summary>What an audit of a library's own API found.</summary>
/// <param name="Library">The library's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Cases">Cases a member and element type.</param>
/// <param name="Seed">The seed of the cases.</param>
/// <param name="Members">One entry a member.</param>
/// <param name="Findings">One entry a finding.</param>
public sealed record AuditReport(
    string Library, string Version, int Cases, ulong Seed, ImmutableArray<AuditedMember> Members, ImmutableArray<AuditedFinding> Findings)
{
    /// <summary>Whether every difference is a known one, and every known one is still there.</summary>
    public bool IsAsKnown => Members.All(member => member.Unexplained is null) && Findings.All(finding => finding.StillDiffers);

    /// <summary>How many findings show on the pinned case still.</summary>
    public int StillDiffering => Findings.Count(finding => finding.StillDiffers);

    /// <summary>The finding that explains the most cases; null where none does.</summary>
    public AuditedFinding? Worst => Findings.Where(finding => finding.Cases > 0).MaxBy(finding => finding.Cases);
}

using System.Collections.Immutable;

namespace ParityNet.Parity.Audit;

/// <summary>The result of checking a member of a library against the definition of its op.</summary>
/// <param name="Member">The member, followed by <c>()</c> where it was called without options.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="Cases">The number of cases.</param>
/// <param name="Differing">The number of cases in which it differs.</param>
/// <param name="Findings">The findings that explain them.</param>
/// <param name="Unexplained">A shrunk case that no finding explains, and how it differs; null where all cases are explained.</param>
public sealed record AuditedMember(string Member, string Op, int Cases, int Differing, ImmutableArray<string> Findings, string? Unexplained = null)
{
    /// <summary>
    /// What the diagnosis says of its numbers; null where none is wrong, where it was not asked, and for schedules and initializers, at which
    /// it does not look.
    /// </summary>
    public string? Mistake { get; init; }
}

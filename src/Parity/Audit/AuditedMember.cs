using System.Collections.Immutable;

namespace ParityNet.Parity.Audit;

/// <summary>How a member of a library fared beside the definition of its op.</summary>
/// <param name="Member">The member; with <c>()</c> behind it where it was called without options.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="Cases">Cases that were run.</param>
/// <param name="Differing">Cases in which it differed.</param>
/// <param name="Findings">The findings that explain them.</param>
/// <param name="Unexplained">The shrunk case that no finding explains, and how it differs; null where all are explained.</param>
public sealed record AuditedMember(string Member, string Op, int Cases, int Differing, ImmutableArray<string> Findings, string? Unexplained = null);

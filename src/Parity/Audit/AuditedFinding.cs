using System.Collections.Immutable;
using ParityNet.References;

namespace ParityNet.Parity.Audit;

/// <summary>A finding on record, with the result of the audit.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Kind">How it shows.</param>
/// <param name="Members">The members that differ.</param>
/// <param name="Differs">What the members do.</param>
/// <param name="PyTorch">What PyTorch does.</param>
/// <param name="Since">The version of the library in which it was first seen.</param>
/// <param name="Code">The smallest case as C#.</param>
/// <param name="Seen">The result of the pinned case, and the correct one.</param>
/// <param name="StillDiffers">Whether it still differs.</param>
/// <param name="Cases">The number of generated cases that it explains.</param>
public sealed record AuditedFinding(
    string Id, FindingKind Kind, ImmutableArray<string> Members, string Differs, string PyTorch, string Since, string Code, string Seen,
        bool StillDiffers, int Cases);

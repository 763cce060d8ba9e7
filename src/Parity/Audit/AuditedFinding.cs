using System.Collections.Immutable;
using ParityNet.References;

namespace ParityNet.Parity.Audit;

/// <summary>A finding as an audit met it.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Kind">How it shows.</param>
/// <param name="Members">The members that differ.</param>
/// <param name="Differs">What they do.</param>
/// <param name="PyTorch">What PyTorch does.</param>
/// <param name="Since">The version of the library in which it was seen first.</param>
/// <param name="Code">The smallest case as C#.</param>
/// <param name="Seen">What the pinned case gave, beside what is right.</param>
/// <param name="StillDiffers">Whether it still differs.</param>
/// <param name="Cases">Generated cases that it explains.</param>
public sealed record AuditedFinding(
    string Id, FindingKind Kind, ImmutableArray<string> Members, string Differs, string PyTorch, string Since, string Code, string Seen, bool StillDiffers, int Cases);

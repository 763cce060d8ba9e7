using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ParityNet.References;

/// <summary>Where a library differs from PyTorch, with the case that shows it.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Members">The members that differ, as programs name them.</param>
/// <param name="Differs">What they do, in one sentence.</param>
/// <param name="PyTorch">What PyTorch does, in one sentence.</param>
/// <param name="Pinned">The smallest case: runs the library, and tells what it gave and what is right.</param>
/// <param name="Code">The source of <paramref name="Pinned"/>, which the compiler fills in.</param>
public sealed record ReferenceFinding(
    string Id, ImmutableArray<string> Members, string Differs, string PyTorch, Func<Seen> Pinned,
    [CallerArgumentExpression(nameof(Pinned))] string Code = "")
{
    /// <summary>The version of the library in which it was seen first.</summary>
    public string Since { get; init; } = "0.107.0";

    /// <summary>How it shows.</summary>
    public FindingKind Kind { get; init; } = FindingKind.WrongNumber;

    /// <summary>Of the specs that its members compute, those on which their numbers, states or refusals show it; none by default.</summary>
    public Func<OpSpec, bool> Covers { get; init; } = _ => false;

    /// <summary>What the pinned case gives, where it may only be run in a process of its own: it ends it, or writes to its error stream. Null where it may be run anywhere.</summary>
    public Seen? Apart { get; init; }

    /// <summary>For <see cref="Apart"/>: the pinned case ends the process.</summary>
    public static Seen Ending { get; } = new("the end of the process", "a process that goes on");

    /// <summary>For <see cref="Covers"/>: a finding that shows on every spec.</summary>
    /// <param name="spec">The spec.</param>
    /// <returns>True.</returns>
    public static bool Everywhere(OpSpec spec) => true;

    /// <summary>Whether it explains that a member differs on a spec.</summary>
    /// <param name="member">The member.</param>
    /// <param name="spec">The spec.</param>
    /// <returns>True where it does.</returns>
    public bool Explains(string member, OpSpec spec) => Members.Contains(member) && Covers(spec);
}

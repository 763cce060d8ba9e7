using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ParityNet.References;

/// <summary>A difference between a library and PyTorch, with the case that shows it.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Members">The members that differ, as user code names them.</param>
/// <param name="Differs">What they do, in one sentence.</param>
/// <param name="PyTorch">What PyTorch does, in one sentence.</param>
/// <param name="Pinned">The smallest case: runs the library and returns its result and the right one.</param>
/// <param name="Code">The source of <paramref name="Pinned"/>, which the compiler fills in.</param>
public sealed record ReferenceFinding(
    string Id, ImmutableArray<string> Members, string Differs, string PyTorch, Func<Seen> Pinned,
    [CallerArgumentExpression(nameof(Pinned))] string Code = "")
{
    /// <summary>The version of the library in which it was first seen.</summary>
    public string Since { get; init; } = "0.107.0";

    /// <summary>How it becomes visible.</summary>
    public FindingKind Kind { get; init; } = FindingKind.WrongNumber;

    /// <summary>The specs on which it shows in the numbers, states or refusals of its members; none by default.</summary>
    public Func<OpSpec, bool> Covers { get; init; } = _ => false;

    /// <summary>
    /// The result of a pinned case that must run in a process of its own, because it ends the process or writes to its error stream; else
    /// null.
    /// </summary>
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

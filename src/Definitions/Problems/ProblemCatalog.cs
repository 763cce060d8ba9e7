using System.Collections.Immutable;

namespace ParityNet.Definitions.Problems;

/// <summary>The built-in problems.</summary>
public static class ProblemCatalog
{
    /// <summary>The 35 problems of Moré, Garbow and Hillstrom.</summary>
    public static ImmutableArray<Problem> MoreGarbowHillstrom => MoreGarbowHillstromProblems.All;

    /// <summary>The NIST Statistical Reference Datasets for nonlinear regression.</summary>
    public static ImmutableArray<Problem> Nist => NistProblems.All;

    /// <summary>Problems of Hock and Schittkowski, with constraints and bounds.</summary>
    public static ImmutableArray<Problem> HockSchittkowski => HockSchittkowskiProblems.All;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Problem> All => [.. MoreGarbowHillstrom, .. Nist, .. HockSchittkowski];

    /// <summary>The problem of a name; null if there is none.</summary>
    /// <param name="name">Such as <c>rosenbrock</c>; upper and lower case are the same.</param>
    public static Problem? Find(string name) => All.FirstOrDefault(problem => string.Equals(problem.Name, name, StringComparison.OrdinalIgnoreCase));
}

using System.Collections.Immutable;

namespace ParityNet.Mutants;

/// <summary>What became of an error.</summary>
/// <param name="Id">The error.</param>
/// <param name="IsReached">Whether the default report computes with it.</param>
/// <param name="ByReport">What the default report found; null where it found nothing.</param>
/// <param name="ByTests">The test assembly that failed; null where none did.</param>
/// <param name="Suites">The test assemblies that were asked.</param>
sealed record Outcome(int Id, bool IsReached, string? ByReport, string? ByTests, ImmutableArray<string> Suites)
{
    /// <summary>Whether anything noticed.</summary>
    public bool IsCaught => (ByReport ?? ByTests) is not null;
}

using System.Collections.Immutable;
using ParityNet.Parity;
using ParityNet.References;

namespace ParityNet.Reports;

/// <summary>The options of a report.</summary>
public sealed record ReportOptions
{
    /// <summary>The backend under test, and optionally the one to compare with.</summary>
    public required ImmutableArray<IBackend> Backends { get; init; }

    /// <summary>Requested backends that could not be loaded, with the reason.</summary>
    public ImmutableArray<SkipReport> Missing { get; init; } = [];

    /// <summary>The library of one of the backends, whose own API is also audited; null for none.</summary>
    public IReferenceLibrary? Library { get; init; }

    /// <summary>Whether to cover <see cref="float"/>.</summary>
    public bool Single { get; init; } = true;

    /// <summary>Whether to cover <see cref="double"/>.</summary>
    public bool Double { get; init; } = true;

    /// <summary>The ops; empty for the whole catalogue.</summary>
    public ImmutableArray<OpEntry> Ops { get; init; } = [];

    /// <summary>The number of cases per op and element type; at least 1.</summary>
    public int Cases { get; init => field = Require.AtLeast(value, 1); } = 400;

    /// <summary>The rule that determined <see cref="Cases"/>, in words; empty where it was given.</summary>
    public string CaseRule { get; init; } = "";

    /// <summary>Whether the run is a quick one.</summary>
    public bool Quick { get; init; }

    /// <summary>The number of cases per law: one for every fifteen cases of the op, from 3 to 20.</summary>
    /// <param name="cases">The number of cases per op and element type.</param>
    /// <returns>The number of cases per law.</returns>
    public static int LawCasesFor(int cases) => Math.Clamp(cases / 15, 3, 20);

    /// <summary>The number of cases per law and element type; 0 skips the laws.</summary>
    public int LawCases { get; init => field = Require.AtLeast(value, 0); } = 20;

    /// <summary>The number of steps of a trajectory; 0 skips the trajectories.</summary>
    public int TrajectorySteps { get; init => field = Require.AtLeast(value, 0); } = 300;

    /// <summary>The seed of every generator.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The number of threads; at least 1.</summary>
    public int Threads { get; init => field = Require.AtLeast(value, 1); } = Environment.ProcessorCount;

    /// <summary>The commit of the build; empty where it is unknown.</summary>
    public string Commit { get; init; } = "";

    /// <summary>The command that repeats the run; the report derives it where this is empty.</summary>
    public string Command { get; init; } = "";
}

using ParityNet.Parity;
using System.Collections.Immutable;
using ParityNet.References;

namespace ParityNet.Reports;

/// <summary>What a report is to cover.</summary>
public sealed record ReportOptions
{
    /// <summary>The backend in question, and the one to compare with; at least one, at most two.</summary>
    public required ImmutableArray<IBackend> Backends { get; init; }

    /// <summary>Backends that were asked for and could not be loaded, with the reason.</summary>
    public ImmutableArray<SkipReport> Missing { get; init; } = [];

    /// <summary>The library of one of the backends, whose own API is put on trial beside; null for none.</summary>
    public IReferenceLibrary? Library { get; init; }

    /// <summary>Whether to cover <see cref="float"/>.</summary>
    public bool Single { get; init; } = true;

    /// <summary>Whether to cover <see cref="double"/>.</summary>
    public bool Double { get; init; } = true;

    /// <summary>The ops; empty for the whole catalogue.</summary>
    public ImmutableArray<OpEntry> Ops { get; init; } = [];

    /// <summary>Cases an op and element type; at least 1.</summary>
    public int Cases { get; init => field = Require.AtLeast(value, 1); } = 400;

    /// <summary>How <see cref="Cases"/> came about, in words; empty where it was asked for.</summary>
    public string CaseRule { get; init; } = "";

    /// <summary>Whether the run was asked to be a first look.</summary>
    public bool Quick { get; init; }

    /// <summary>How many cases a law gets beside cases of the op: one for every fifteen, from 3 to 20.</summary>
    /// <param name="cases">Cases an op and element type.</param>
    /// <returns>Cases a law.</returns>
    public static int LawCasesFor(int cases) => Math.Clamp(cases / 15, 3, 20);

    /// <summary>Cases a law and element type; at least 0, where 0 leaves the laws out.</summary>
    public int LawCases { get; init => field = Require.AtLeast(value, 0); } = 20;

    /// <summary>Steps of a trajectory; 0 leaves them out.</summary>
    public int TrajectorySteps { get; init => field = Require.AtLeast(value, 0); } = 300;

    /// <summary>The seed of every generator.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads to use; at least 1.</summary>
    public int Threads { get; init => field = Require.AtLeast(value, 1); } = Environment.ProcessorCount;

    /// <summary>The commit that was built; empty where it is not known.</summary>
    public string Commit { get; init; } = "";

    /// <summary>The command that repeats the run; empty lets the report write it.</summary>
    public string Command { get; init; } = "";
}

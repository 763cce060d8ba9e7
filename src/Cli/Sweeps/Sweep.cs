using System.Collections.Immutable;
using ParityNet.Parity;
using ParityNet.Reports;

namespace ParityNet.Cli.Sweeps;

/// <summary>A run in parts, each a process of its own.</summary>
/// <param name="Count">The number of parts.</param>
/// <param name="Folder">The folder for the parts.</param>
/// <param name="Arguments">The arguments of <c>report</c> that all parts have in common.</param>
sealed record Sweep(int Count, string Folder, ImmutableArray<string> Arguments)
{
    /// <summary>How often a part is begun before the sweep gives it up.</summary>
    public const int Attempts = 3;

    /// <summary>The parts.</summary>
    public IEnumerable<Shard> Shards => Enumerable.Range(1, Count).Select(i => new Shard(i, Count));

    /// <summary>The file of a part.</summary>
    public string FileOf(Shard shard) => Path.Combine(Folder, shard.FileName);

    /// <summary>The parts without a file: a file is there only when its part is whole.</summary>
    public ImmutableArray<Shard> Missing() => [.. Shards.Where(shard => !File.Exists(FileOf(shard)))];

    /// <summary>The arguments of the process of a part; a shell may expand its number.</summary>
    public IEnumerable<string> Of(string index) => ["report", .. Arguments, "--shard", $"{index}/{Count}", "--out", Folder];

    /// <summary>The sentence that some parts could not be made.</summary>
    public string Given(IReadOnlyCollection<Shard> missing) =>
        $"all {Count} parts must be made: expected them all after {Attempts} attempts, got all but "
        + $"{string.Join(", ", missing.Select(s => s.Index))}; "
        + $"the same command makes these alone, and the output of each is in {Echo.Of(Folder)}.";
}

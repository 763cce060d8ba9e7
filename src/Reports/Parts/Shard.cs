namespace ParityNet.Reports;

/// <summary>One of several parts of a run: a share of the cases of every op, and of what is not made of cases.</summary>
/// <param name="Index">Which one, from 1.</param>
/// <param name="Count">How many there are.</param>
sealed record Shard(int Index, int Count)
{
    /// <summary>A run in one part.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>The cases of this part, from the first to the one before the last.</summary>
    public Range CasesOf(int cases) => (int)((long)cases * (Index - 1) / Count)..(int)((long)cases * Index / Count);

    /// <summary>Whether this part does a job that cannot be divided, by its position.</summary>
    public bool Takes(int job) => job % Count == Index - 1;

    /// <summary>The name of the file of this part.</summary>
    public string FileName => $"part-{Index}-of-{Count}.json";

    public override string ToString() => $"{Index}/{Count}";
}

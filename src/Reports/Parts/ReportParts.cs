using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>Puts the parts of a run together.</summary>
static class ReportParts
{
    /// <summary>The report of all parts: the bytes that a run in one part would have given, but for times.</summary>
    /// <param name="parts">All parts of one run, in any order.</param>
    /// <exception cref="ArgumentException">Some are missing, there twice, or of different runs.</exception>
    public static Report Merged(IReadOnlyList<ReportPart> parts)
    {
        if (Obstacle(parts) is { } obstacle)
            throw new ArgumentException(obstacle);
        return Summed(parts);
    }

    /// <summary>The report of the cases that some parts of one run judged; it is complete where they are all of them.</summary>
    public static Report Summed(IReadOnlyList<ReportPart> parts)
    {
        ReportPart[] sorted = [.. parts.OrderBy(part => part.Shard.Index)];
        ReportPart first = sorted[0];
        JobResult[] jobs = [.. sorted.SelectMany(part => part.Jobs).GroupBy(job => job.Position)
            .Select(job => job.Aggregate((sum, more) => sum.Plus(more))).OrderBy(job => job.Position)];
        bool complete = sorted.Length == first.Shard.Count && sorted.All(part => part.Complete);
        var report = new Report(ReportJson.SchemaVersion, complete, ReportSummary.None, first.Environment, first.Setup,
            [.. jobs.Select(job => job.Op?.Report()).OfType<OpReport>()], [.. jobs.SelectMany(job => job.Laws)],
            [.. jobs.SelectMany(job => job.Plots)],
            [.. jobs.Select(job => job.Trajectory).OfType<TrajectoryReport>()],
            [.. first.KnownDifferences.Select((known, i) => known with { Elements = sorted.Sum(part => part.KnownDifferences[i].Elements) })],
            jobs.Select(job => job.Textbook).OfType<TextbookReport>().FirstOrDefault(TextbookReport.None),
            [.. first.Skipped, .. jobs.SelectMany(job => job.Skipped.Concat(job.Op?.Skipped() ?? [])).Distinct()],
            jobs.Select(job => job.Audit).FirstOrDefault(audit => audit is not null), Times(sorted));
        return report with { Summary = ReportSummary.Of(report) };
    }

    /// <summary>Why parts do not make a report, in a sentence; null where they do.</summary>
    public static string? Obstacle(IReadOnlyList<ReportPart> parts)
    {
        if (parts.Count == 0)
            return "parts must be given: expected those of a run, got none.";
        ReportPart first = parts[0];
        if (parts.Skip(1).Select(part => Difference(first, part)).FirstOrDefault(difference => difference is not null) is { } difference)
            return difference;
        return Doubled(parts) ?? Lacking(parts);
    }

    /// <summary>That a part is there twice, in a sentence; null where none is.</summary>
    public static string? Doubled(IReadOnlyList<ReportPart> parts) =>
        parts.GroupBy(part => part.Shard.Index).FirstOrDefault(same => same.Count() > 1) is { Key: var twice } same
            ? $"each part must be given once: expected part {twice} once, got it {same.Count()} times." : null;

    /// <summary>That parts are missing, in a sentence; null where none is.</summary>
    public static string? Lacking(IReadOnlyList<ReportPart> parts)
    {
        int[] missing = [.. Enumerable.Range(1, parts[0].Shard.Count).Except(parts.Select(part => part.Shard.Index))];
        return missing.Length == 0 ? null
            : $"all {parts[0].Shard.Count} parts must be given: expected them all, got all but {string.Join(", ", missing)}.";
    }

    /// <summary>How two parts are of different runs, in a sentence; null where they are of one.</summary>
    public static string? Difference(ReportPart one, ReportPart other) => Difference(Run.Concat(Capabilities), one, other);

    /// <summary>How two parts are of different runs, whatever machines made them, in a sentence; null where they are of one.</summary>
    public static string? DifferenceOfRun(ReportPart one, ReportPart other) => Difference(Run, one, other);

    static string? Difference(IEnumerable<(string What, Func<ReportPart, string> Of)> facts, ReportPart one, ReportPart other)
    {
        foreach ((string what, Func<ReportPart, string> of) in facts)
            if (of(one) != of(other))
                return $"parts must be of one run: expected {what} {of(one)} of part {one.Shard}, got {of(other)} of part {other.Shard}.";
        return null;
    }

    // What the cases depend on.
    static readonly ImmutableArray<(string What, Func<ReportPart, string> Of)> Run =
    [
        ("the number of parts", part => $"{part.Shard.Count}"),
        ("the seed", part => $"{part.Setup.Seed}"),
        ("the number of cases", part => $"{part.Setup.CasesPerOp}"),
        ("the generator", part => $"{part.Setup.Generator}"),
        ("the ops", part => string.Join(',', part.Setup.Ops)),
        ("the element types", part => string.Join(',', part.Setup.ElementTypes)),
        ("the command", part => part.Setup.Command),
    ];

    /// <summary>What else the numbers depend on. The name of a processor is none of it.</summary>
    public static ImmutableArray<(string What, Func<ReportPart, string> Of)> Capabilities { get; } =
    [
        ("the version", part => part.Environment.ParityNet),
        ("the commit", part => part.Environment.Commit),
        ("the runtime", part => $"{part.Environment.Runtime}, {part.Environment.Architecture}"),
        ("the instruction sets", part => string.Join(',', part.Environment.InstructionSets)),
        ("the backends", part => string.Join("; ", part.Environment.Backends.Select(b =>
            $"{b.Name} {b.Version}, {b.Build}, {string.Join(',', b.InstructionSets)}, {b.Threads} threads"))),
        ("what differs still", part => string.Join(',', part.KnownDifferences.Select(known => $"{known.Id} {known.StillDiffers}"))),
        ("what did not run", part => string.Join("; ", part.Skipped.Select(skip => $"{skip.What}: {skip.Reason}"))),
    ];

    static ReportTimes? Times(ReportPart[] parts)
    {
        ReportTimes[] times = [.. parts.Select(part => part.Times).OfType<ReportTimes>()];
        return times.Length == 0 ? null : new(times.Min(t => t.Started), times.Sum(t => t.Seconds));
    }
}

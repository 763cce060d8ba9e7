using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using ParityNet.Parity;
using ParityNet.Parity.Audit;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using ParityNet.References;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Reports.Textbook;
using ParityNet.Reports.Trajectories;

namespace ParityNet.Reports;

/// <summary>Makes a report: judges cases, checks laws, runs trajectories, computes the textbook.</summary>
/// <param name="options">The options.</param>
public sealed class ReportRun(ReportOptions options)
{
    // The version of the generators; a seed gives other cases with another version.
    const int Generator = 2;

    // Fewer cases than the audit command has, since here the audit is only a section.
    const int AuditCases = 4;

    /// <summary>Makes the report.</summary>
    /// <param name="progress">Receives every finished part, one at a time; null for none.</param>
    /// <param name="cancellation">Cancels the run; the report then contains the finished parts.</param>
    /// <returns>The report; <see cref="Report.Complete"/> is false where it was cancelled.</returns>
    public Report Run(IProgress<ReportProgress>? progress = null, CancellationToken cancellation = default)
    {
        DateTimeOffset started = TimeProvider.System.GetUtcNow();
        long clock = TimeProvider.System.GetTimestamp();
        Part[] parts = [.. Parts()];
        var found = new Found?[parts.Length];
        var telling = new Lock();
        int done = 0;
        // The durations of parts differ a thousandfold, so every free thread takes the next one.
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, parts.Length), EnumerablePartitionerOptions.NoBuffering), Shared(), i =>
        {
            if (cancellation.IsCancellationRequested)
                return;
            found[i] = parts[i].Run(cancellation);
            lock (telling)
                progress?.Report(new(++done, parts.Length, parts[i].Name, found[i]!.Op));
        });
        return Closed([.. found.OfType<Found>()], !cancellation.IsCancellationRequested)
            with
        { Times = new(started, TimeProvider.System.GetElapsedTime(clock).TotalSeconds) };
    }

    sealed record Part(string Name, Func<CancellationToken, Found> Run);

    /// <summary>The result of a part.</summary>
    sealed record Found
    {
        public OpReport? Op { get; init; }

        public ImmutableArray<LawReport> Laws { get; init; } = [];

        public ImmutableArray<ErrorPlot> Plots { get; init; } = [];

        public TrajectoryReport? Trajectory { get; init; }

        public TextbookReport? Textbook { get; init; }

        public AuditSummary? Audit { get; init; }

        public ImmutableArray<SkipReport> Skipped { get; init; } = [];

        public ImmutableArray<KeyValuePair<string, long>> Explained { get; init; } = [];
    }

    ImmutableArray<OpEntry> Ops => options.Ops.IsEmpty ? Catalog.All : options.Ops;

    ParallelOptions Shared() => new() { MaxDegreeOfParallelism = options.Threads };

    // The longest parts come first, so that none of them runs alone at the end.
    IEnumerable<Part> Parts()
    {
        if (options.Ops.IsEmpty && !Whole.IsEmpty)
            yield return new("textbook", _ => new() { Textbook = TextbookRun.Of(Whole) });
        if (options.Ops.IsEmpty && options.Library is { } library)
            yield return new($"{library.Name} on trial", cancellation => Trial(library, cancellation));
        if (Whole.Length > 1 && options.TrajectorySteps > 0 && options.Ops.IsEmpty)
            foreach (Regime regime in Regime.All)
                yield return new(regime.Name, cancellation => new()
                {
                    Trajectory = new Trajectory(Whole[0], Whole[1], regime)
                        .Run<float>(options.TrajectorySteps, seed: options.Seed, cancellation: cancellation),
                });
        foreach (OpEntry entry in Ops)
        {
            if (!entry.IsComputed)
            {
                yield return new(entry.Name, cancellation => Judged(entry, "float64", () => LawsAlone(entry, cancellation)));
                continue;
            }
            if (options.Single)
                foreach (ImmutableArray<IBackend> some in Compared<float>(entry))
                    yield return new($"{entry.Name} float32", cancellation => Judged(entry, "float32", () => Op<float>(entry, some, cancellation)));
            if (options.Double)
                foreach (ImmutableArray<IBackend> some in Compared<double>(entry))
                    yield return new($"{entry.Name} float64", cancellation => Judged(entry, "float64", () => Op<double>(entry, some, cancellation)));
        }
    }

    // The first two backends are compared with each other; every further one is judged by itself.
    IEnumerable<ImmutableArray<IBackend>> Compared<T>(OpEntry entry) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        [
            options.Backends[..Math.Min(2, options.Backends.Length)],
            .. options.Backends.Skip(2).Where(entry.IsIn<T>).Select(b => ImmutableArray.Create(b)),
        ];

    // Workers need not have all that trainings and the textbook take.
    ImmutableArray<IBackend> Whole => [.. options.Backends.Where(backend => backend is not IPartialBackend).Take(2)];

    // An exception in one op must not hide the others, and the report names the op.
    Found Judged(OpEntry entry, string elementType, Func<Found> judged)
    {
        try
        {
            return judged();
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            return new() { Op = OpReports.Failed(entry, elementType, options.Backends, problem) };
        }
    }

    Found Op<T>(OpEntry entry, ImmutableArray<IBackend> backends, CancellationToken cancellation)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var run = new OpRun(options, entry, backends);
        run.Run<T>(cancellation);
        return new()
        {
            Op = run.Report,
            Skipped = run.Skipped,
            Explained = [.. run.Judgements.SelectMany(j => j.Known)],
            Laws = LawRun.Of<T>(options, entry, backends.Where(backend => backend is not IPartialBackend), cancellation),
            Plots = backends.All(entry.IsIn<T>) && !cancellation.IsCancellationRequested
                ? [.. ErrorPlots.Of<T>(entry, backends[0], backends.Length > 1 ? backends[1] : null)]
                : [],
        };
    }

    Found Trial(IReferenceLibrary library, CancellationToken cancellation)
    {
        try
        {
            return new()
            {
                Audit = AuditSummary.Of(new AuditRun(library, options.Backends.Last(backend => backend is not IPartialBackend),
                    new(options.Quick ? 1 : AuditCases, options.Seed))
                .Run(cancellation: cancellation))
            };
        }
        catch (OperationCanceledException)
        {
            return new();
        }
    }

    // Rates and draws are the same on every backend and element type, so one check in double suffices.
    Found LawsAlone(OpEntry entry, CancellationToken cancellation) =>
        new() { Laws = LawRun.Of<double>(options, entry, options.Backends[..1], cancellation) };

    Report Closed(ImmutableArray<Found> found, bool complete)
    {
        ILookup<string, long> explained = found.SelectMany(f => f.Explained).ToLookup(e => e.Key, e => e.Value);
        var report =
            new Report(ReportJson.SchemaVersion, complete, ReportSummary.None, MachineEnvironment.Read(options.Backends, options.Commit), Setup(),
            [.. found.Select(f => f.Op).OfType<OpReport>()], [.. found.SelectMany(f => f.Laws)], [.. found.SelectMany(f => f.Plots)],
            [.. found.Select(f => f.Trajectory).OfType<TrajectoryReport>()],
            [.. KnownDifferences.All.Where(k => Ops.Any(op => op.Name == k.Op)).Select(k => Known(k, explained[k.Id].Sum()))],
            found.Select(f => f.Textbook).OfType<TextbookReport>().FirstOrDefault(TextbookReport.None),
            [.. options.Missing, .. Uncovered(), .. Partial(), .. found.SelectMany(f => f.Skipped).Distinct()],
            found.Select(f => f.Audit).OfType<AuditSummary>().FirstOrDefault());
        return report with { Summary = Summarised(report) };
    }

    KnownDifferenceReport Known(KnownDifference known, long elements) => new(
        known.Id, known.Op, known.Backend, known.Condition, known.Reason, known.Link, elements, known.Request,
        options.Backends.FirstOrDefault(b => b.Name == known.Backend) is { } backend
            && known.Seen.Covers(backend.Info) ? known.StillDiffers(backend) : null,
        known.Seen.ToString());

    IEnumerable<SkipReport> Uncovered() => options.Backends.Select(b => b.Info)
        .SelectMany(info =>
            KnownDifferences.Uncovered(info) is { } sentence ? [new SkipReport($"what is on record of {info.Name}", sentence)]
            : Array.Empty<SkipReport>());

    IEnumerable<SkipReport> Partial()
    {
        foreach (IBackend backend in options.Backends.Where(backend => backend is IPartialBackend))
        {
            string[] absent = [.. Ops.Where(op => op.IsComputed && !op.IsIn(backend)).Select(op => op.Name)];
            if (absent.Length > 0)
                yield return new($"{absent.Length} {(absent.Length == 1 ? "op" : "ops")} on {backend.Name}",
                    $"The worker does not have {(absent.Length == 1 ? "it" : "them")}: {string.Join(", ", absent)}.");
            yield return new($"laws on {backend.Name}", "Laws ask for more than a worker answers, such as steps in place.");
        }
    }

    ReportSummary Summarised(Report report)
    {
        VerdictCounts verdicts = report.Ops.Aggregate(VerdictCounts.None, (sum, op) => sum.Plus(op.Verdicts));
        int held = report.Laws.Count(law => law.Broken == 0), broken = report.Laws.Count(law => law.Broken > 0 && law.Known is null),
            known = report.Laws.Length - held - broken;
        long outside = report.Ops.Sum(op => op.Outside());
        bool agrees = outside == 0 && broken == 0 && report.KnownDifferences.All(k => k.StillDiffers != false)
            && report.Textbook.Rows.All(row => row.Agrees);
        long cases = report.Ops.Sum(op => op.Cases);
        string claim = report.Ops.IsEmpty && !report.Laws.IsEmpty
            ? Claimed(report.Laws, held, broken, known)
            : Claim.Of([.. options.Backends.Select(b => b.Name)], cases, report.Ops.Select(op => op.Op).Distinct().Count(), report.Laws.Length,
                agrees, report.Complete);
        return new(claim, agrees, cases, verdicts.Total(), verdicts, outside, held, broken, known);
    }

    static string Claimed(ImmutableArray<LawReport> laws, int held, int broken, int known) =>
        $"Of the {laws.Length} laws tried of {string.Join(", ", laws.Select(law => law.Op).Distinct())}, {held} " +
            $"hold{(known == 0 ? "" : $", {known} {(known == 1 ? "is" : "are")} known to break")} and {broken} {(broken == 1 ? "is" : "are")} " +
            $"broken.";

    ReportSetup Setup()
    {
        ImmutableArray<string> types =
            [.. new[] { options.Single ? ElementType.Name<float>() : "", options.Double ? ElementType.Name<double>() : "" }.Where(t => t.Length > 0)];
        ImmutableArray<string> backends = [.. options.Backends.Select(b => b.Name)], names = [.. Ops.Select(op => op.Name)];
        string command =
            string.Create(CultureInfo.InvariantCulture,
            $"./paritynet report --backends {string.Join(',', backends)} --dtype {string.Join(',', types)} --cases {options.Cases} --seed " +
            $"{options.Seed}")
            + (options.Quick ? " --quick" : "") + (options.Ops.IsEmpty ? "" : $" --ops {string.Join(',', names)}");
        return new(options.Seed, options.Cases, backends, types, names, Generator, options.Command.Length > 0 ? options.Command : command,
            options.CaseRule.Length > 0 ? options.CaseRule : null);
    }
}

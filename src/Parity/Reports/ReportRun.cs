using System.Collections.Immutable;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Reports.Textbook;
using ParityNet.Parity.Trajectories;

namespace ParityNet.Parity.Reports;

/// <summary>Makes a report: judges cases, tries laws, runs trajectories, computes the textbook.</summary>
/// <param name="options">What it is to cover.</param>
public sealed class ReportRun(ReportOptions options)
{
    // A seed gives other cases under another version of the generators.
    const int Generator = 1;

    readonly List<OpReport> ops = [];
    readonly List<LawReport> laws = [];
    readonly List<ErrorPlot> plots = [];
    readonly List<TrajectoryReport> trajectories = [];
    readonly List<SkipReport> skipped = [.. options.Missing];
    readonly Dictionary<string, long> explained = [];
    TextbookReport textbook = TextbookReport.None;

    /// <summary>Makes the report.</summary>
    /// <param name="progress">Hears of every part that is done; null for nobody.</param>
    /// <param name="cancellation">Ends the run soon; the report then holds what was done.</param>
    /// <returns>The report; <see cref="Report.Complete"/> says whether it was cut short.</returns>
    public Report Run(IProgress<ReportProgress>? progress = null, CancellationToken cancellation = default)
    {
        DateTimeOffset started = TimeProvider.System.GetUtcNow();
        long clock = TimeProvider.System.GetTimestamp();
        ImmutableArray<Part> parts = [.. Parts()];
        int done = 0;
        foreach (Part part in parts)
        {
            if (cancellation.IsCancellationRequested)
                break;
            OpReport? entry = part.Run(cancellation);
            progress?.Report(new(++done, parts.Length, part.Name, entry));
        }
        return Closed(!cancellation.IsCancellationRequested) with { Times = new(started, TimeProvider.System.GetElapsedTime(clock).TotalSeconds) };
    }

    /// <summary>Makes the report on another thread.</summary>
    /// <param name="progress">Hears of every part that is done; null for nobody.</param>
    /// <param name="cancellation">Ends the run soon; the report then holds what was done.</param>
    /// <returns>The report.</returns>
    public Task<Report> RunAsync(IProgress<ReportProgress>? progress = null, CancellationToken cancellation = default) =>
        Task.Run(() => Run(progress, cancellation), CancellationToken.None);

    sealed record Part(string Name, Func<CancellationToken, OpReport?> Run);

    ImmutableArray<OpEntry> Ops => options.Ops.IsEmpty ? Catalog.All : options.Ops;

    IEnumerable<Part> Parts()
    {
        yield return new("textbook", _ =>
        {
            textbook = options.Ops.IsEmpty ? TextbookRun.Of(options.Backends) : TextbookReport.None;
            return null;
        });
        foreach (OpEntry entry in Ops)
        {
            if (entry.Kind is OpKind.Schedule or OpKind.Initializer)
            {
                yield return new(entry.Name, cancellation => LawsAlone(entry, cancellation));
                continue;
            }
            if (options.Single)
                yield return new($"{entry.Name} float32", cancellation => Op<float>(entry, cancellation));
            if (options.Double)
                yield return new($"{entry.Name} float64", cancellation => Op<double>(entry, cancellation));
        }
        if (options.Backends.Length < 2 || options.TrajectorySteps == 0 || !options.Ops.IsEmpty)
            yield break;
        foreach (Regime regime in Regime.All)
            yield return new(regime.Name, cancellation =>
            {
                trajectories.Add(new Trajectory(options.Backends[0], options.Backends[1], regime).Run<float>(options.TrajectorySteps, seed: options.Seed, cancellation: cancellation));
                return null;
            });
    }

    OpReport? Op<T>(OpEntry entry, CancellationToken cancellation) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var run = new OpRun(options, entry);
        run.Run<T>(cancellation);
        if (run.Report is { } report)
            ops.Add(report);
        skipped.AddRange(run.Skipped.Except(skipped));
        foreach ((string id, long count) in run.Judgements.SelectMany(j => j.Known))
            explained[id] = explained.GetValueOrDefault(id) + count;
        foreach (IBackend backend in options.Backends)
            laws.AddRange(LawRun.Of<T>(options, entry, backend, cancellation));
        if (options.Backends.All(entry.IsIn) && !cancellation.IsCancellationRequested)
            plots.AddRange(ErrorPlots.Of<T>(entry, options.Backends[0], options.Backends.Length > 1 ? options.Backends[1] : null));
        return run.Report;
    }

    // A rate is a double on every backend, by the same formula, and a draw is the same: one trial stands for all.
    OpReport? LawsAlone(OpEntry entry, CancellationToken cancellation)
    {
        laws.AddRange(LawRun.Of<double>(options, entry, options.Backends[0], cancellation));
        return null;
    }

    Report Closed(bool complete)
    {
        ImmutableArray<KnownDifferenceReport> known = [.. KnownDifferences.All.Where(k => Ops.Any(op => op.Name == k.Op)).Select(Known)];
        return new(ReportJson.SchemaVersion, complete, Summarised(known, complete), MachineEnvironment.Read(options.Backends, options.Commit), Setup(),
            [.. ops], [.. laws], [.. plots], [.. trajectories], known, textbook, [.. skipped]);
    }

    KnownDifferenceReport Known(KnownDifference known) => new(
        known.Id, known.Op, known.Backend, known.Condition, known.Reason, known.Link, explained.GetValueOrDefault(known.Id),
        options.Backends.FirstOrDefault(b => b.Name == known.Backend) is { } backend ? known.StillDiffers(backend) : null, known.Request);

    ReportSummary Summarised(ImmutableArray<KnownDifferenceReport> known, bool complete)
    {
        VerdictCounts verdicts = ops.Aggregate(VerdictCounts.None, (sum, op) => sum.Plus(op.Verdicts));
        int broken = laws.Count(law => law.Broken > 0 && law.Known is null), held = laws.Count - broken;
        int failures = ops.Sum(op => op.Disagreements.Count(d => d.Computed.IsEmpty));
        bool agrees = verdicts.Unexplained() == 0 && broken == 0 && failures == 0 && known.All(k => k.StillDiffers != false) && textbook.Rows.All(row => row.Agrees);
        long cases = ops.Sum(op => op.Cases);
        string claim = ops.Count == 0 && laws.Count > 0
            ? Claimed(held, broken)
            : Claim.Of([.. options.Backends.Select(b => b.Name)], cases, ops.Select(op => op.Op).Distinct().Count(), laws.Count, agrees, complete);
        return new(claim, agrees, cases, verdicts.Total(), verdicts, verdicts.Unexplained() + failures, held, broken);
    }

    string Claimed(int held, int broken) =>
        $"Of the {held + broken} laws tried of {string.Join(", ", laws.Select(law => law.Op).Distinct())}, {held} hold and {broken} {(broken == 1 ? "is" : "are")} broken.";

    ReportSetup Setup()
    {
        ImmutableArray<string> types = [.. new[] { options.Single ? ElementType.Name<float>() : "", options.Double ? ElementType.Name<double>() : "" }.Where(t => t.Length > 0)];
        ImmutableArray<string> backends = [.. options.Backends.Select(b => b.Name)], names = [.. Ops.Select(op => op.Name)];
        string command = FormattableString.Invariant($"./paritynet report --backends {string.Join(',', backends)} --dtype {string.Join(',', types)} --cases {options.Cases} --seed {options.Seed}")
            + (options.Ops.IsEmpty ? "" : $" --ops {string.Join(',', names)}");
        return new(options.Seed, options.Cases, backends, types, names, Generator, options.Command.Length > 0 ? options.Command : command);
    }
}

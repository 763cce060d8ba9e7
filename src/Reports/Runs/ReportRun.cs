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
    internal const int Generator = 3;

    // Fewer cases than the audit command has, since here the audit is only a section.
    const int AuditCases = 4;

    /// <summary>Makes the report.</summary>
    /// <param name="progress">Receives every finished part, one at a time; null for none.</param>
    /// <param name="cancellation">Cancels the run; the report then contains the finished parts.</param>
    /// <returns>The report; <see cref="Report.Complete"/> is false where it was cancelled.</returns>
    public Report Run(IProgress<ReportProgress>? progress = null, CancellationToken cancellation = default) =>
        ReportParts.Merged([Part(Shard.Whole, progress, cancellation)]);

    /// <summary>Makes one part of the report.</summary>
    /// <param name="shard">Which part.</param>
    /// <param name="progress">Receives every finished job, one at a time; null for none.</param>
    /// <param name="cancellation">Cancels the run; the part then contains what is finished.</param>
    internal ReportPart Part(Shard shard, IProgress<ReportProgress>? progress = null, CancellationToken cancellation = default)
    {
        DateTimeOffset started = TimeProvider.System.GetUtcNow();
        long clock = TimeProvider.System.GetTimestamp();
        Job[] jobs = [.. Jobs(shard)];
        var found = new JobResult?[jobs.Length];
        var telling = new Lock();
        int done = 0;
        // The durations of jobs differ a thousandfold, so every free thread takes the next one.
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, jobs.Length), EnumerablePartitionerOptions.NoBuffering), Shared(), i =>
        {
            if (cancellation.IsCancellationRequested || !(jobs[i].Divides || shard.Takes(i)))
                return;
            found[i] = jobs[i].Run(new(i), cancellation);
            lock (telling)
                progress?.Report(new(++done, jobs.Length, jobs[i].Name, found[i]!.Op?.Report()));
        });
        return Part(shard, [.. found.OfType<JobResult>()], !cancellation.IsCancellationRequested,
            new(started, TimeProvider.System.GetElapsedTime(clock).TotalSeconds));
    }

    /// <summary>A part of this run without anything in it, to tell whether another part is of the same run.</summary>
    internal ReportPart Blank(Shard shard) => Part(shard, [], false, null);

    ReportPart Part(Shard shard, ImmutableArray<JobResult> jobs, bool complete, ReportTimes? times)
    {
        ILookup<string, long> explained = jobs.SelectMany(job => job.Op?.Known ?? []).ToLookup(k => k.Id, k => k.Elements);
        return new(ReportJson.SchemaVersion, shard, complete, MachineEnvironment.Read(options.Backends, options.Commit), Setup(), jobs,
            [.. KnownDifferences.All.Where(k => Ops.Any(op => op.Name == k.Op)).Select(k => Known(k, explained[k.Id].Sum()))],
            [.. options.Missing, .. Uncovered(), .. Partial()], times);
    }

    /// <summary>Something to do, of which each part does its cases, or one part all.</summary>
    sealed record Job(string Name, bool Divides, Func<JobResult, CancellationToken, JobResult> Run);

    ImmutableArray<OpEntry> Ops => options.Ops.IsEmpty ? Catalog.All : options.Ops;

    ParallelOptions Shared() => new() { MaxDegreeOfParallelism = options.Threads };

    // The longest jobs come first, so that none of them runs alone at the end.
    IEnumerable<Job> Jobs(Shard shard)
    {
        if (options.Ops.IsEmpty && !Complete.IsEmpty)
            yield return new("textbook", false, (job, _) => job with { Textbook = TextbookRun.Of(Complete) });
        if (options.Ops.IsEmpty && options.Library is { } library)
            yield return new($"{library.Name} on trial", false, (job, cancellation) => Trial(job, library, cancellation));
        if (Complete.Length > 1 && options.TrajectorySteps > 0 && options.Ops.IsEmpty)
            foreach (Regime regime in Regime.All)
                yield return new(regime.Name, false, (job, cancellation) => job with
                {
                    Trajectory = new Trajectory(Complete[0], Complete[1], regime)
                        .Run<float>(options.TrajectorySteps, seed: options.Seed, cancellation: cancellation),
                });
        foreach (OpEntry entry in Ops)
        {
            if (!entry.IsComputed)
            {
                yield return new(entry.Name, false, (job, cancellation) =>
                    Whole(entry, "float64", job, () => LawsAlone(job, entry, cancellation)));
                continue;
            }
            if (options.Single)
                foreach (ImmutableArray<IBackend> some in Compared<float>(entry))
                    yield return new($"{entry.Name} float32", true, (job, cancellation) =>
                        Whole(entry, "float32", job, () => Op<float>(job, entry, some, shard, cancellation)));
            if (options.Double)
                foreach (ImmutableArray<IBackend> some in Compared<double>(entry))
                    yield return new($"{entry.Name} float64", true, (job, cancellation) =>
                        Whole(entry, "float64", job, () => Op<double>(job, entry, some, shard, cancellation)));
        }
    }

    // The first two backends are compared with each other; every further one is judged by itself.
    IEnumerable<ImmutableArray<IBackend>> Compared<T>(OpEntry entry) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        [
            options.Backends[..Math.Min(2, options.Backends.Length)],
            .. options.Backends.Skip(2).Where(entry.IsIn<T>).Select(b => ImmutableArray.Create(b)),
        ];

    // Workers need not have all that trainings and the textbook take.
    ImmutableArray<IBackend> Complete => [.. options.Backends.Where(backend => backend is not IPartialBackend).Take(2)];

    // An exception in one op must not hide the others, and the report names the op.
    JobResult Whole(OpEntry entry, string elementType, JobResult job, Func<JobResult> judged)
    {
        try
        {
            return judged();
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            return job with { Op = OpTally.Failed(entry, elementType, options.Backends, problem) };
        }
    }

    JobResult Op<T>(JobResult job, OpEntry entry, ImmutableArray<IBackend> backends, Shard shard, CancellationToken cancellation)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var run = new OpRun(options, entry, backends);
        job = job with { Op = run.Run<T>(shard, cancellation), Skipped = run.Skipped };
        return !shard.Takes(job.Position) ? job : job with
        {
            Laws = LawRun.Of<T>(options, entry, backends.Where(backend => backend is not IPartialBackend), cancellation),
            Plots = backends.All(entry.IsIn<T>) && !cancellation.IsCancellationRequested
                ? [.. ErrorPlots.Of<T>(entry, backends[0], backends.Length > 1 ? backends[1] : null)]
                : [],
        };
    }

    JobResult Trial(JobResult job, IReferenceLibrary library, CancellationToken cancellation)
    {
        try
        {
            return job with
            {
                Audit = AuditSummary.Of(new AuditRun(library, options.Backends.Last(backend => backend is not IPartialBackend),
                    new(options.Quick ? 1 : AuditCases, options.Seed))
                .Run(cancellation: cancellation))
            };
        }
        catch (OperationCanceledException)
        {
            return job;
        }
    }

    // Rates and draws are the same on every backend and element type, so one check in double suffices.
    JobResult LawsAlone(JobResult job, OpEntry entry, CancellationToken cancellation) =>
        job with { Laws = LawRun.Of<double>(options, entry, options.Backends[..1], cancellation) };

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

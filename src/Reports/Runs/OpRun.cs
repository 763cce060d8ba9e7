using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions;
using ParityNet.Parity;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports;

/// <summary>Judges the cases of one op and element type on one backend or two.</summary>
sealed class OpRun(ReportOptions options, OpEntry entry, ImmutableArray<IBackend> backends)
{
    const int ShrunkCases = 3;

    const int SmallestTrials = 150;

    public OpReport? Report { get; private set; }

    public IReadOnlyList<Judgement> Judgements { get; private set; } = [];

    public ImmutableArray<SkipReport> Skipped { get; private set; } = [];

    public void Run<T>(CancellationToken cancellation) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Definition.Has(entry.Examples[0]))
        {
            Skipped = [new(entry.Name, "It has no definition.")];
            return;
        }
        IBackend[] having = [.. backends.Where(entry.IsIn<T>)];
        Skipped = [.. backends.Except(having).Where(b => b is not IPartialBackend)
            .Select(b => new SkipReport($"{entry.Name} on {b.Name}", "The backend lacks the op."))];
        IBackend? first = having.Contains(backends[0]) ? backends[0] : null;
        IBackend? second = backends.Length > 1 && having.Contains(backends[1]) ? backends[1] : null;
        if (first is null && second is null)
            return;
        var judge = new Judge(first, second, KnownDifferences.All);
        var draw = new Draw<T>(entry, options.Seed);
        var all = new Judgement?[options.Cases];
        Parallel.For(0, options.Cases, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, (i, loop) =>
        {
            if (cancellation.IsCancellationRequested)
                loop.Stop();
            else
                all[i] = Judged(judge, draw.At(i, first, second));
        });
        Judgements = [.. all.OfType<Judgement>()];
        Skipped = [.. Skipped, .. Judgements.SelectMany(j => j.Skipped).CountBy(reason => reason)
            .OrderBy(reason => reason.Key, StringComparer.Ordinal).Select(reason => new SkipReport(
                $"{entry.Name} {ElementType.Name<T>()}, {reason.Value} {(reason.Value == 1 ? "case" : "cases")}", reason.Key))];
        Judgement[] shrunk = [.. Judgements.Where(j => !j.Holds).Take(ShrunkCases)
            .Select(j => Shrunk<T>(judge, j))];
        Report = OpReports.Of(entry, ElementType.Name<T>(), [first?.Name, second?.Name], Judgements, shrunk,
            [Smallest<T>(judge, 0), Smallest<T>(judge, 1)]);
    }

    // An exception fails its own case only.
    Judgement Judged<T>(Judge judge, Case<T> about) where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            return judge.Of(about);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            return Judgement.Failed(about, OpReports.Failure(entry, problem));
        }
    }

    Judgement Shrunk<T>(Judge judge, Judgement failed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            Judgement simplest = Judged(judge, ((Case<T>)failed.Case).Shrunk(c => !Judged(judge, c).Holds));
            // A failure that does not repeat is still a failure.
            return simplest.Holds ? failed : simplest;
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            Skipped = [.. Skipped, new($"{entry.Name} {ElementType.Name<T>()}, simpler cases", OpReports.Failure(entry, problem))];
            return failed;
        }
    }

    // The smallest case in which an intermediate result of a backend overflows or underflows.
    Judgement? Smallest<T>(Judge judge, int backend) where T : unmanaged, IFloatingPointIeee754<T> =>
        Judgements.FirstOrDefault(j => RemarkReports.Of(j, backend).LeftRange is not null) is { } found
            ? Judged(judge, ((Case<T>)found.Case).Shrunk(c => RemarkReports.Of(Judged(judge, c), backend).LeftRange is not null, SmallestTrials))
            : null;
}

using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions;
using ParityNet.Parity;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Diagnosis;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports;

/// <summary>Judges the cases of one op and element type on one backend or two.</summary>
sealed class OpRun(ReportOptions options, OpEntry entry, ImmutableArray<IBackend> backends)
{
    const int SmallestTrials = 150;

    // As many cases as a diagnosis looks at.
    const int MostFailing = 300, MostHolding = 150;

    // Judgements are added up and forgotten in blocks, so that memory does not grow with the number of cases.
    const int Block = 1024;

    public ImmutableArray<SkipReport> Skipped { get; private set; } = [];

    /// <summary>Judges the cases of one part; null where there is nothing to judge.</summary>
    public OpTally? Run<T>(Shard shard, CancellationToken cancellation) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Definition.Has(entry.Examples[0]))
        {
            Skipped = [new(entry.Name, "It has no definition.")];
            return null;
        }
        IBackend[] having = [.. backends.Where(entry.IsIn<T>)];
        Skipped = [.. backends.Except(having).Where(b => b is not IPartialBackend)
            .Select(b => new SkipReport($"{entry.Name} on {b.Name}", "The backend lacks the op."))];
        IBackend? first = having.Contains(backends[0]) ? backends[0] : null;
        IBackend? second = backends.Length > 1 && having.Contains(backends[1]) ? backends[1] : null;
        if (first is null && second is null)
            return null;
        var judge = new Judge(first, second, KnownDifferences.All);
        var tallying = new OpTallying([first?.Name, second?.Name]);
        JudgeAll<T>(judge, tallying, first, second, shard.CasesOf(options.Cases), cancellation);
        return tallying.Build(Words.Of(entry.Kind), entry.Name, ElementType.Name<T>(),
            [.. tallying.Outside.Select(o => Shrunk<T>(judge, o.Judgement))],
            [Smallest<T>(judge, tallying, 0), Smallest<T>(judge, tallying, 1)]) with
        {
            Explained = [.. Explained<T>(judge, tallying, first, second, cancellation)],
        };
    }

    // The mistake of each backend that is outside, as prove tells it. It is asked about the first cases of the whole run, whatever the part,
    // so that all parts say the same.
    IEnumerable<ExplanationReport> Explained<T>(
        Judge judge, OpTallying tallying, IBackend? first, IBackend? second, CancellationToken cancellation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (tallying.Outside.Count == 0 || cancellation.IsCancellationRequested)
            yield break;
        var draw = new Draw<T>(entry, options.Seed);
        var judged = new (Judgement Judgement, ImmutableArray<Finding> Findings)[Math.Min(options.Cases, MostFailing + MostHolding)];
        Parallel.For(0, judged.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
        {
            var findings = ImmutableArray.CreateBuilder<Finding>();
            judged[i] = (Judged(judge, draw.At(i, first, second), findings), findings.ToImmutable());
        });
        var failing = judged.Where(one => one.Judgement.Outside is not null).Take(MostFailing);
        var holding = judged.Where(one => one.Judgement is { Holds: true, Skipped.Length: 0 }).Take(MostHolding);
        foreach ((IBackend? backend, bool isSecond) in ((IBackend?, bool)[])[(first, false), (second, true)])
            if (backend is not null && Diagnostician.Explain<T>(entry,
                [.. failing.Concat(holding).Where(one => one.Judgement.Failure is null).Select(one =>
                    Observation.Of((Case<T>)one.Judgement.Case, isSecond ? Observation.OfSecond(one.Findings) : one.Findings))],
                $"{backend.Name} computes") is { Sentence.Length: > 0 } explanation)
                yield return new(backend.Name, explanation.Sentence, explanation.Mistakes);
    }

    void JudgeAll<T>(Judge judge, OpTallying tallying, IBackend? first, IBackend? second, Range cases, CancellationToken cancellation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var draw = new Draw<T>(entry, options.Seed);
        for (int start = cases.Start.Value; start < cases.End.Value && !cancellation.IsCancellationRequested; start += Block)
        {
            var block = new Judgement?[Math.Min(Block, cases.End.Value - start)];
            Parallel.For(0, block.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, (i, loop) =>
            {
                if (cancellation.IsCancellationRequested)
                    loop.Stop();
                else
                    block[i] = Judged(judge, draw.At(start + i, first, second));
            });
            for (int i = 0; i < block.Length; i++)
                if (block[i] is { } judgement)
                    tallying.Add(start + i, judgement);
        }
    }

    // An exception fails its own case only.
    Judgement Judged<T>(Judge judge, Case<T> about, ICollection<Finding>? findings = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            return judge.Of(about, findings);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            return Judgement.Failed(about, OpTally.FailureOf(entry, problem));
        }
    }

    (Judgement Judgement, SkipReport? Skip) Shrunk<T>(Judge judge, Judgement failed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            Judgement simplest = Judged(judge, ((Case<T>)failed.Case).Shrunk(c => !Judged(judge, c).Holds));
            // A failure that does not repeat is still a failure.
            return (simplest.Holds ? failed : simplest, null);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            return (failed, new($"{entry.Name} {ElementType.Name<T>()}, simpler cases", OpTally.FailureOf(entry, problem)));
        }
    }

    // The smallest case in which an intermediate result of a backend overflows or underflows.
    Judgement? Smallest<T>(Judge judge, OpTallying tallying, int backend) where T : unmanaged, IFloatingPointIeee754<T> =>
        tallying.FirstLeftRange(backend) is { Judgement.Case: var found }
            ? Judged(judge, ((Case<T>)found).Shrunk(c => OpTallying.RemarksOf(Judged(judge, c), backend).LeftRange is not null, SmallestTrials))
            : null;
}

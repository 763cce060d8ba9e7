using System.Collections.Immutable;
using ParityNet.Parity;
using ParityNet.Parity.Proving;
using ParityNet.Parity.Workers;

namespace ParityNet.Reports.Frameworks;

/// <summary>Proves every op of every framework, as <c>prove --worker</c> does.</summary>
/// <param name="frameworks">The frameworks.</param>
/// <param name="limits">The limits of their workers.</param>
/// <param name="cases">The number of cases an op and element type.</param>
/// <param name="seed">Their seed.</param>
sealed class FrameworkRun(ImmutableArray<Framework> frameworks, WorkerLimits limits, int cases, ulong seed)
{
    /// <summary>Runs the comparison; frameworks run beside each other, each in a process of its own.</summary>
    /// <param name="native">The backend that computes the published numbers.</param>
    /// <param name="ops">The ops; those that a framework lacks are left out.</param>
    /// <param name="progress">Receives what was done last.</param>
    /// <param name="cancellation">Cancels the run.</param>
    public FrameworkReport Run(
        IBackend native, ImmutableArray<OpEntry> ops, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ComparedFramework[] compared = new ComparedFramework[frameworks.Length];
        Parallel.For(0, frameworks.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
            compared[i] = Compared(frameworks[i], ops, progress, cancellation));
        return new(cases, seed, [.. compared], PublishedNumbers.Of(native));
    }

    /// <summary>The largest number of results that a run may have: two element types an op.</summary>
    public int Most(ImmutableArray<OpEntry> ops) => 2 * frameworks.Length * ops.Length;

    ComparedFramework Compared(Framework framework, ImmutableArray<OpEntry> ops, Action<string>? progress, CancellationToken cancellation)
    {
        WorkerBackend started;
        try
        {
            started = WorkerBackend.Start(framework.Command, limits);
        }
        catch (WorkerStartException problem)
        {
            return new(framework, "", problem.Message, []);
        }
        using WorkerBackend worker = started;
        var results = ImmutableArray.CreateBuilder<FrameworkResult>();
        foreach (WorkerOp op in worker.Ops.Where(op => ops.Contains(op.Entry)))
            // The rates of a schedule are doubles, whatever is trained.
            foreach (string type in op.Entry.Kind == OpKind.Schedule ? op.ElementTypes[..1] : op.ElementTypes)
            {
                cancellation.ThrowIfCancellationRequested();
                results.Add(Result(worker, op, type));
                progress?.Invoke($"{framework.Name} {op.Entry.Name} {type}");
            }
        return new(framework, worker.Info.Version, null, results.ToImmutable());
    }

    FrameworkResult Result(WorkerBackend worker, WorkerOp op, string type)
    {
        var options = new ProofOptions { Cases = cases, Seed = seed };
        Proof proof = WorkerProof.Of(worker, op.Entry, null, options, type == "float64");
        string skipped = worker.Skipped.OrderByDescending(one => one.Value).Select(one => one.Key).FirstOrDefault() ?? "";
        worker.ForgetSkipped();
        return FrameworkResult.Of(op.Entry, op.Entry.Kind == OpKind.Schedule ? "float64" : type, proof, skipped);
    }
}

using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Proving;

namespace ParityNet.Parity.Workers;

/// <summary>The proof of one op of a worker: the same run, on the same cases, as of a function in .NET.</summary>
static class WorkerProof
{
    /// <summary>Proves an op, with its options drawn, or fixed.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="entry">The op.</param>
    /// <param name="spec">The options; null to draw those that the worker takes.</param>
    /// <param name="options">The reference, the number of cases, the seed.</param>
    /// <param name="isDouble">Whether in float64; rates of schedules always are.</param>
    /// <exception cref="CaseSkippedException">The worker lacks the op, the element type or an option.</exception>
    public static Proof Of(WorkerBackend worker, OpEntry entry, OpSpec? spec, ProofOptions options, bool isDouble) => entry.Kind switch
    {
        OpKind.Schedule => WorkerSchedule.Of(worker, entry, spec, options),
        OpKind.Initializer => WorkerInitializer.Of(worker, entry, spec, options, isDouble ? "float64" : "float32"),
        _ => isDouble ? Of<double>(worker, entry, spec, options) : Of<float>(worker, entry, spec, options),
    };

    static Proof Of<T>(WorkerBackend worker, OpEntry entry, OpSpec? spec, ProofOptions options) where T : unmanaged, IFloatingPointIeee754<T>
    {
        WorkerOp op = worker.Op<T>(spec ?? entry.Examples[0]);
        Draw<T> draw = spec is null ? new(entry, options.Seed, any => op.Lacks(any) is null) : new(spec, options.Seed);
        return new ProofRun<T>(spec is null ? entry.Name : CSharp.Spec(spec), entry, options, worker,
            new OwnSource(worker.Name, null, OwnSource.Arguments.Tensors)).Of(i => draw.At(i, worker));
    }

    /// <summary>What the proof leaves out, in sentences: gradients, slots, arguments and cases that the worker does not have.</summary>
    public static IEnumerable<string> Remarks(WorkerBackend worker, OpEntry entry)
    {
        WorkerOp op = worker.Ops.First(op => op.Entry == entry);
        if (entry.Examples[0] is FunctionSpec function)
        {
            if (worker.Told(entry.Name) is [])
                yield return $"Only the value is judged: {worker.Name} answers no gradient.";
            string[] absent =
                [.. function.Operands.Where(operand => operand.Optional && op.Inputs?.Contains(operand.Name) == false).Select(o => o.Name)];
            if (absent.Length > 0)
                yield return $"Not judged with {string.Join(", ", absent)}: {worker.Name} does not take {(absent.Length == 1 ? "it" : "them")}.";
        }
        else if (entry.Examples[0] is OptimizerSpec optimizer && optimizer.Slots.Length > 0 && worker.Told(entry.Name) is [])
            yield return $"Only parameters are judged: {worker.Name} tells no state, so its own rounding counts for all steps at once and the " +
                "evidence is weaker.";
        ImmutableArray<string> options = [.. entry.Options.Select(option => option.Name).Distinct().Where(name => !op.Takes(name))];
        if (!options.IsEmpty)
            yield return $"Judged at the default of {string.Join(", ", options)}, which {worker.Name} does not take.";
        foreach ((string reason, int count) in worker.Skipped)
            yield return $"Skipped, {count} {(count == 1 ? "case" : "cases")}: {reason.TrimEnd('.')}.";
    }
}

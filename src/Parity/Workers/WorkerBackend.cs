using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Workers;

/// <summary>A backend in another process, in any language: a worker that answers the lines of the <c>eval</c> protocol.</summary>
/// <remarks>
/// The worker is asked at most 16 requests at a time. An answer that does not come in time, is no JSON, or has another id or shape costs its case; a
/// worker that ends is started again, at most three times for an op. See <c>docs/workers.md</c>.
/// </remarks>
public sealed class WorkerBackend : IPartialBackend, IDisposable
{
    readonly IAnswers answers;
    readonly WorkerGreeting greeting;
    readonly ConcurrentDictionary<string, int> skipped = [];
    readonly ConcurrentDictionary<string, ImmutableSortedSet<string>> told = [];

    internal WorkerBackend(IAnswers answers, WorkerGreeting greeting) => (this.answers, this.greeting) = (answers, greeting);

    /// <summary>Starts a worker.</summary>
    /// <param name="command">The program with its arguments, as typed into a shell: <c>python3 mine.py</c>.</param>
    /// <param name="limits">Its limits; null for the defaults.</param>
    /// <returns>The backend; disposing of it ends the worker.</returns>
    /// <exception cref="WorkerStartException">The program cannot be run, or does not say what it can as the protocol asks.</exception>
    public static WorkerBackend Start(string command, WorkerLimits? limits = null)
    {
        var client = new WorkerClient(WorkerCommand.Of(command), limits ?? new());
        return new(client, client.Greeting);
    }

    /// <inheritdoc/>
    public string Name => greeting.Name;

    /// <inheritdoc/>
    public BackendInfo Info => new(Name, greeting.Version, greeting.Language, [], 1);

    /// <summary>The ops that it has.</summary>
    internal ImmutableArray<WorkerOp> Ops => greeting.Ops;

    /// <inheritdoc/>
    public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => new WorkerLoss<T>(this, Op<T>(spec), spec);

    /// <inheritdoc/>
    public IActivation<T> Activation<T>(ActivationSpec spec)
        where T : unmanaged, IFloatingPointIeee754<T> => new WorkerActivation<T>(this, Op<T>(spec), spec);

    /// <inheritdoc/>
    public IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => new WorkerFunction<T>(this, Op<T>(spec), spec);

    /// <inheritdoc/>
    public IOptimizer<T> Optimizer<T>(OptimizerSpec spec)
        where T : unmanaged, IFloatingPointIeee754<T> => new WorkerOptimizer<T>(this, Op<T>(spec), spec);

    /// <inheritdoc/>
    public IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> =>
        throw new CaseSkippedException($"{Name} has no models: the protocol has no requests for them.");

    /// <inheritdoc/>
    public void Dispose() => (answers as IDisposable)?.Dispose();

    /// <summary>The requests that it skipped: how many by reason.</summary>
    internal IReadOnlyDictionary<string, int> Skipped => skipped;

    /// <summary>Counts the requests that it skips anew.</summary>
    internal void ForgetSkipped() => skipped.Clear();

    /// <summary>The gradients or slots of an op that it has told so far.</summary>
    internal ImmutableSortedSet<string> Told(string op) => told.GetValueOrDefault(op) ?? [];

    internal void Tells(string op, IEnumerable<string> names) => told.AddOrUpdate(op, [.. names], (_, all) => all.Union(names));

    internal WorkerAnswer Ask(WorkerOp op, string request)
    {
        try
        {
            return WorkerAnswer.Of(Name, op.Entry.Name, answers.Ask(op.Entry.Name, request));
        }
        catch (CaseSkippedException problem)
        {
            skipped.AddOrUpdate(problem.Message, 1, (_, so) => so + 1);
            throw;
        }
    }

    internal WorkerOp Op<T>(OpSpec spec) where T : unmanaged => Op(spec, ElementType.Name<T>());

    internal WorkerOp Op(OpSpec spec, string? elementType)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (Find(spec) is not { } op)
            throw new CaseSkippedException($"{Name} has no {spec.Name}.");
        if (elementType is not null && !op.ElementTypes.Contains(elementType))
            throw new CaseSkippedException($"{Name} has no {spec.Name} of {elementType}.");
        return op.Lacks(spec) is { } option ? throw new CaseSkippedException($"{Name} has no option {option} of {spec.Name}.") : op;
    }

    bool IPartialBackend.Takes(FunctionSpec spec, string operand) => Find(spec)?.Inputs?.Contains(operand) ?? true;

    bool IPartialBackend.Broadcasts(FunctionSpec spec) => Find(spec)?.Broadcasts ?? true;

    bool IPartialBackend.TakesCotangent(FunctionSpec spec) => Find(spec)?.TakesCotangent ?? true;

    bool IPartialBackend.StepsFromState(OptimizerSpec spec) => Find(spec)?.StepsFromState ?? false;

    OptimizerRun<T> IPartialBackend.Run<T>(
        OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, ImmutableArray<ImmutableArray<Tensor<T>>> gradients) =>
        new WorkerOptimizer<T>(this, Op<T>(spec), spec).Run(spec, parameters, gradients);

    WorkerOp? Find(OpSpec spec) => greeting.Ops.FirstOrDefault(op => op.Entry.SpecType == spec.GetType());
}

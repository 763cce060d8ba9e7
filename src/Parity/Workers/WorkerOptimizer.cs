using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Workers;

/// <summary>An optimizer that a worker computes.</summary>
sealed class WorkerOptimizer<T>(WorkerBackend worker, WorkerOp op, OptimizerSpec spec) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public OptimizerSpec Spec => spec;

    public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        double rate = spec.Check(state, gradients, learningRate);
        if (!op.StepsFromState)
            throw new CaseSkippedException($"{worker.Name} takes {spec.Name} from its initial state alone.");
        OptimizerSpec now = learningRate is null ? spec : spec with { LearningRate = rate };
        return Run(now, state.Parameters, [[.. gradients]], state).After[0];
    }

    public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        OptimizerState<T> after = Update(state, gradients, learningRate);
        foreach ((Tensor<T> from, Tensor<T> to) in after.Parameters.Zip(state.Parameters)
            .Concat(spec.Slots.SelectMany(slot => after[slot.Name].Zip(state[slot.Name]))))
            from.Flat().CopyTo(to.FlatForWriting());
        return state with { Step = after.Step };
    }

    /// <summary>Runs from the initial state, or takes steps from a given one.</summary>
    public OptimizerRun<T> Run(
        OptimizerSpec of, ImmutableArray<Tensor<T>> parameters, ImmutableArray<ImmutableArray<Tensor<T>>> gradients,
        OptimizerState<T>? from = null)
    {
        WorkerAnswer answer = worker.Ask(op, WorkerRequests.Optimizer(op, of, parameters, gradients, from));
        OptimizerState<T> before = from ?? of.Init(parameters);
        Tensor<T>[][] steps = answer.Steps<T>([.. parameters.Select(p => p.Lengths.ToArray())], gradients.Length);
        ImmutableHashSet<string> told = [.. op.Slots is { } declared && from is null ? of.Slots.Select(slot => slot.Name).Intersect(declared)
            : from is null ? of.Slots.Select(slot => slot.Name).Intersect(answer.Slots(steps.Length, op.KnownSlots))
            : of.Slots.Select(slot => slot.Name)];
        worker.Tells(of.Name, told);
        return new([.. steps.Select((step, k) => new OptimizerState<T>([.. step], before.Step + k + 1,
            of.Slots.ToImmutableDictionary(slot => slot.Name, slot => told.Contains(slot.Name)
                ? answer.Slot<T>(slot.Name, k, steps.Length, [.. before[slot.Name].Select(tensor => tensor.Lengths.ToArray())]).ToImmutableArray()
                : Untold(of, slot, before[slot.Name], before.Step + k + 1))))], told);
    }

    // What follows from the number of steps alone is known all the same.
    static ImmutableArray<Tensor<T>> Untold(OptimizerSpec of, OptimizerSlot slot, ImmutableArray<Tensor<T>> initial, long step) =>
        of.ScalarAfter(slot.Name, step) is not { } number ? initial
            : [.. initial.Select(tensor =>
                Tensor.Create([.. Enumerable.Repeat(ElementType.Round<T>(number), (int)tensor.FlattenedLength)], tensor.Lengths))];
}

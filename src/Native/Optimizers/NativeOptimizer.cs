using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Memory;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>A bound optimizer: one implementation for steps into new tensors and in place.</summary>
abstract class NativeOptimizer<T>(OptimizerSpec spec) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ImmutableArray<OptimizerSlot> slots = spec.Slots;

    public OptimizerSpec Spec => spec;

    /// <summary>Whether the update is elementwise: then an element that is not finite is recomputed before it is written.</summary>
    public virtual bool IsElementwise => false;

    public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        double rate = spec.Check(state, gradients, learningRate, slots);
        OptimizerState<T> next = Like(state) with { Step = state.Step + 1 };
        Step(state, next, gradients, rate);
        return next;
    }

    public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        double rate = spec.Check(state, gradients, learningRate, slots);
        var next = state with { Step = state.Step + 1 };
        Step(state, next, gradients, rate);
        return next;
    }

    /// <summary>Whether the update can be made in one pass with that of a wrapper.</summary>
    /// <param name="slot">Whether the wrapper has a slot.</param>
    public virtual bool Fuses(bool slot) => false;

    /// <summary>The step within a wrapper, in one pass.</summary>
    /// <param name="state">The state before the step.</param>
    /// <param name="next">The state after it.</param>
    /// <param name="gradients">The gradients.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="around">The wrapper.</param>
    /// <param name="slot">The name of its slot; null where it has none.</param>
    public virtual void Step<A>(
        OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate, A around, string? slot)
        where A : struct, IAround<T> => throw new NotSupportedException($"{spec.Name} must be a rule of elements to be wrapped in one pass.");

    /// <summary>Writes every element of the state after the step. Both states may hold the same tensors.</summary>
    public abstract void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate);

    /// <summary>A state of the same shapes, in new tensors to be written.</summary>
    public static OptimizerState<T> Like(OptimizerState<T> state) => new(
        Like(state.Parameters), state.Step, state.Slots.ToImmutableDictionary(slot => slot.Key, slot => Like(slot.Value)));

    static ImmutableArray<Tensor<T>> Like(ImmutableArray<Tensor<T>> tensors) =>
        [.. tensors.Select(tensor => Tensor.Create(Fresh.Array<T>(tensor.FlattenedLength), tensor.Lengths))];
}

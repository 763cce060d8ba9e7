using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Memory;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>A bound optimizer: one implementation for steps into new tensors and in place.</summary>
abstract class NativeOptimizer<T>(OptimizerSpec spec) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public OptimizerSpec Spec => spec;

    /// <summary>Whether the update is elementwise: then an element that is not finite is recomputed before it is written.</summary>
    public virtual bool IsElementwise => false;

    public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        double rate = spec.Check(state, gradients, learningRate);
        var next = new OptimizerState<T>(Like(state.Parameters), state.Step + 1,
            spec.Slots.ToImmutableDictionary(slot => slot.Name, slot => Like(state[slot.Name])));
        Step(state, next, gradients, rate);
        return next;
    }

    public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        double rate = spec.Check(state, gradients, learningRate);
        var next = state with { Step = state.Step + 1 };
        Step(state, next, gradients, rate);
        return next;
    }

    /// <summary>Writes every element of the state after the step. Both states may hold the same tensors.</summary>
    public abstract void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate);

    static ImmutableArray<Tensor<T>> Like(ImmutableArray<Tensor<T>> tensors) =>
        [.. tensors.Select(tensor => Tensor.Create(Fresh.Array<T>(tensor.FlattenedLength), tensor.Lengths))];
}

using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Ranges;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>An optimizer whose states are finite wherever the exact states are within the range.</summary>
sealed class RangedOptimizer<T>(NativeOptimizer<T> usual, Func<NativeOptimizer<T>> bind, int threads) : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Lazy<NativeOptimizer<T>> wide = new(bind);

    public OptimizerSpec Spec => usual.Spec;

    public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        Beyond.TakeLeft();
        OptimizerState<T> next = usual.Update(state, gradients, learningRate);
        return !usual.IsElementwise && (Beyond.TakeLeft() | Tensors(next).Any(tensor => Again.Ended(tensor, threads)))
            && Again.IsDue(Tensors(state).Concat(gradients))
            ? Again.Run(() => wide.Value.Update(state, gradients, learningRate), Rounded)
            : next;
    }

    public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        if (usual.IsElementwise)
            return usual.UpdateInPlace(state, gradients, learningRate);
        // An overwritten state could not be recomputed: step into new tensors, then copy.
        OptimizerState<T> next = Update(state, gradients, learningRate);
        foreach (var (from, to) in Tensors(next).Zip(Tensors(state)))
            from.Flat().CopyTo(to.FlatForWriting());
        return state with { Step = next.Step };
    }

    static OptimizerState<T> Rounded(OptimizerState<T> state)
    {
        Again.Round(Tensors(state));
        return state;
    }

    static IEnumerable<Tensor<T>> Tensors(OptimizerState<T> state) => state.Slots.Values.SelectMany(slot => slot).Concat(state.Parameters);
}

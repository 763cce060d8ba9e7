using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Ranges;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>An optimizer whose states are finite wherever the exact states are within the range.</summary>
/// <param name="usual">The optimizer over the widest lanes.</param>
/// <param name="bind">Binds it to extended-range numbers; anew for every step, as <see cref="RangedFunction{T}"/> does.</param>
/// <param name="isFar">Whether an option is beyond the range of the type, so that every step is taken in the extended range.</param>
/// <param name="threads">The maximum number of threads.</param>
sealed class RangedOptimizer<T>(NativeOptimizer<T> usual, Func<NativeOptimizer<T>> bind, bool isFar, int threads) : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // The rule of an elementwise optimizer computes again by itself what ends, though not what its options would round to.
    readonly bool isDone = usual.IsElementwise && !isFar;
    readonly WeakReference<OptimizerState<T>> spare = new(null!);

    public OptimizerSpec Spec => usual.Spec;

    public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        Beyond.TakeLeft();
        OptimizerState<T> next = usual.Update(state, gradients, learningRate);
        return !isDone && IsDue(state, next, gradients) ? Wide(state, gradients, learningRate) : next;
    }

    public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        if (isDone)
            return usual.UpdateInPlace(state, gradients, learningRate);
        // An overwritten state could not be recomputed: step into other tensors, then copy.
        double rate = Spec.Check(state, gradients, learningRate);
        OptimizerState<T> next = Spare(state) with { Step = state.Step + 1 };
        Beyond.TakeLeft();
        usual.Step(state, next, gradients, rate);
        OptimizerState<T> right = IsDue(state, next, gradients) ? Wide(state, gradients, learningRate) : next;
        foreach (var (from, to) in Tensors(right).Zip(Tensors(state)))
            from.Flat().CopyTo(to.FlatForWriting());
        spare.SetTarget(next);
        return state with { Step = next.Step };
    }

    bool IsDue(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients) =>
        isFar || ((Beyond.TakeLeft() | Tensors(next).Any(tensor => Again.Ended(tensor, threads))) && Again.IsDue(Tensors(state).Concat(gradients)));

    OptimizerState<T> Wide(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate) =>
        Again.Run(() => bind().Update(state, gradients, learningRate), Rounded);

    // Tensors of an earlier step, taken by one thread at a time: fresh memory from the system costs more than most steps.
    OptimizerState<T> Spare(OptimizerState<T> state)
    {
        lock (spare)
        {
            if (spare.TryGetTarget(out OptimizerState<T>? kept))
            {
                spare.SetTarget(null!);
                // Both have the slots of the spec.
                if (Tensors(kept).Count() == Tensors(state).Count()
                    && Tensors(kept).Zip(Tensors(state)).All(both => both.First.Lengths.SequenceEqual(both.Second.Lengths)))
                    return kept;
            }
        }
        return NativeOptimizer<T>.Like(state);
    }

    static OptimizerState<T> Rounded(OptimizerState<T> state)
    {
        Again.Round(Tensors(state));
        return state;
    }

    static IEnumerable<Tensor<T>> Tensors(OptimizerState<T> state) => state.Slots.Values.SelectMany(slot => slot).Concat(state.Parameters);
}

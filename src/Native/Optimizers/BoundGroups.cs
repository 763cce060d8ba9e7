using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Several optimizers, each on parameters of its own.</summary>
sealed class BoundGroups<T>(Groups spec, ImmutableArray<NativeOptimizer<T>> optimizers) : NativeOptimizer<T>(spec)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        for (int group = 0; group < optimizers.Length; group++)
        {
            int[] own = [.. Enumerable.Range(0, gradients.Count).Where(i => spec.GroupOf(i) == group)];
            optimizers[group].Step(Part(state, own, group), Part(next, own, group), [.. own.Select(i => gradients[i])], spec.RateOf(group, rate));
        }
    }

    OptimizerState<T> Part(OptimizerState<T> state, int[] own, int group) => new([.. own.Select(i => state.Parameters[i])], state.Step,
        spec.Optimizers[group].Slots.ToImmutableDictionary(slot => slot.Name, slot => own.Select(i => state[slot.Name][i]).ToImmutableArray()));
}

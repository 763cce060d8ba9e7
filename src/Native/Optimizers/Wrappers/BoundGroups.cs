using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Parameter groups: several optimizers, each for its own parameters.</summary>
sealed class BoundGroups<T>(Groups spec, ImmutableArray<NativeOptimizer<T>> optimizers) : NativeOptimizer<T>(spec)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        for (int group = 0; group < optimizers.Length; group++)
        {
            int[] own = Own(spec, group, gradients.Count);
            optimizers[group]
                .Step(Part(spec, state, own, group), Part(spec, next, own, group), [.. own.Select(i => gradients[i])], spec.RateOf(group, rate));
        }
    }

    /// <summary>The indices of a group's parameters, out of <paramref name="count"/>.</summary>
    public static int[] Own(Groups spec, int group, int count) => [.. Enumerable.Range(0, count).Where(i => spec.GroupOf(i) == group)];

    /// <summary>The part of a state that belongs to a group's parameters.</summary>
    public static OptimizerState<T> Part(Groups spec, OptimizerState<T> state, int[] own, int group) =>
        new([.. own.Select(i => state.Parameters[i])], state.Step,
        spec.Optimizers[group].Slots.ToImmutableDictionary(slot => slot.Name, slot => own.Select(i => state[slot.Name][i]).ToImmutableArray()));
}

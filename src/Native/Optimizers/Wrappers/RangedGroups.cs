using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Parameter groups that are recomputed in extended range independently of each other.</summary>
sealed class RangedGroups<T>(Groups spec, ImmutableArray<IOptimizer<T>> optimizers) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public OptimizerSpec Spec => spec;

    public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        double rate = spec.Check(state, gradients, learningRate);
        Tensor<T>[] parameters = [.. state.Parameters];
        Dictionary<string, Tensor<T>[]> slots = spec.Slots.ToDictionary(slot => slot.Name, slot => state[slot.Name].ToArray());
        for (int group = 0; group < optimizers.Length; group++)
        {
            // Skip a group without parameters: its optimizer may require some.
            if (BoundGroups<T>.Own(spec, group, gradients.Count) is not [_, ..] own)
                continue;
            OptimizerState<T> next = optimizers[group]
                .Update(BoundGroups<T>.Part(spec, state, own, group), [.. own.Select(i => gradients[i])], spec.RateOf(group, rate));
            for (int position = 0; position < own.Length; position++)
            {
                parameters[own[position]] = next.Parameters[position];
                foreach (var (name, tensors) in next.Slots)
                    slots[name][own[position]] = tensors[position];
            }
        }
        return new([.. parameters], state.Step + 1, slots.ToImmutableDictionary(slot => slot.Key, slot => slot.Value.ToImmutableArray()));
    }

    public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        double rate = spec.Check(state, gradients, learningRate);
        for (int group = 0; group < optimizers.Length; group++)
        {
            // Skip a group without parameters: its optimizer may require some.
            if (BoundGroups<T>.Own(spec, group, gradients.Count) is not [_, ..] own)
                continue;
            optimizers[group]
                .UpdateInPlace(BoundGroups<T>.Part(spec, state, own, group), [.. own.Select(i => gradients[i])], spec.RateOf(group, rate));
        }
        return state with { Step = state.Step + 1 };
    }
}

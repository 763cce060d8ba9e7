using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Proving;

/// <summary>An optimizer defined by an update rule for one scalar parameter.</summary>
sealed class ElementwiseOptimizer<T>(OptimizerSpec spec, Func<ElementStep<T>, ElementStep<T>> rule) : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ImmutableArray<OptimizerSlot> slots = [.. spec.Slots.Where(slot => slot.Shape == SlotShape.Parameter)];

    public OptimizerSpec Spec => spec;

    public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
        UpdateInPlace(state.Copy(), gradients, learningRate);

    public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        state.Check(gradients);
        for (int p = 0; p < gradients.Count; p++)
        {
            T[] gradient = gradients[p].Flat().ToArray();
            for (int i = 0; i < gradient.Length; i++)
            {
                ImmutableDictionary<string, T> memory = slots.ToImmutableDictionary(s => s.Name, s => state[s.Name][p].Flat()[i]);
                ElementStep<T> after =
                    rule(new(state.Step + 1, learningRate ?? spec.LearningRate, state.Parameters[p].Flat()[i], gradient[i], memory));
                state.Parameters[p].FlatForWriting()[i] = after.Parameter;
                foreach (OptimizerSlot slot in slots)
                    state[slot.Name][p].FlatForWriting()[i] = after[slot.Name];
            }
        }
        return state with { Step = state.Step + 1 };
    }
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>Each parameter group takes the step that its optimizer takes on that group alone.</summary>
sealed class GroupsApart : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (OptimizerCase<T>)@case;
        var groups = (Groups)from.Optimizer;
        OptimizerState<T> together = backend.Optimizer<T>(groups).Update(from.State, from.Gradients);
        for (int group = 0; group < groups.Optimizers.Length; group++)
        {
            OptimizerSpec own = groups.Optimizers[group];
            int[] which = [.. Enumerable.Range(0, from.Gradients.Length).Where(i => groups.GroupOf(i) == group)];
            OptimizerState<T> alone = backend.Optimizer<T>(own).Update(Part(from.State, own, which), [.. which.Select(i => from.Gradients[i])]);
            if (Repeats.Differ(OptimizerCase<T>.Quantities(own, alone),
                OptimizerCase<T>.Quantities(own, Part(together, own, which))) is { } difference)
                return difference;
        }
        return null;
    }

    static OptimizerState<T> Part<T>(OptimizerState<T> state, OptimizerSpec own, int[] which) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImmutableArray<Tensor<T>> Of(ImmutableArray<Tensor<T>> all) => [.. which.Select(i => all[i])];
        return new(Of(state.Parameters), state.Step, own.Slots.ToImmutableDictionary(slot => slot.Name, slot => Of(state[slot.Name])));
    }
}

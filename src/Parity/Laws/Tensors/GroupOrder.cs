using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>Parameter groups in reverse order take the same step.</summary>
sealed class GroupOrder : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (OptimizerCase<T>)@case;
        var groups = (Groups)from.Optimizer;
        int last = groups.Optimizers.Length - 1;
        ImmutableArray<int> members = [.. Enumerable.Range(0, from.Gradients.Length).Select(i => last - groups.GroupOf(i))];
        OptimizerState<T> one = backend.Optimizer<T>(groups).Update(from.State, from.Gradients, from.LearningRate);
        OptimizerState<T> other = backend.Optimizer<T>(new Groups([.. groups.Optimizers.Reverse()], members))
            .Update(from.State, from.Gradients, from.LearningRate);
        return Repeats.Differ(OptimizerCase<T>.Quantities(groups, one), OptimizerCase<T>.Quantities(groups, other));
    }
}

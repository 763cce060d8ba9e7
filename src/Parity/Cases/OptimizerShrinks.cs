using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Cases;

/// <summary>Simpler steps: fewer parameters, fewer elements, simpler numbers.</summary>
static class OptimizerShrinks
{
    public static IEnumerable<Case<T>> Of<T>(OptimizerCase<T> from) where T : unmanaged, IFloatingPointIeee754<T> =>
        Fewer(from).Concat(Plainer(from));

    static IEnumerable<OptimizerCase<T>> Fewer<T>(OptimizerCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (from.Gradients.Length > 1)
            for (int i = 0; i < from.Gradients.Length; i++)
                yield return Mapped(from, [i], t => t);
        int length = (int)from.State.Parameters.Max(p => p.FlattenedLength);
        if (length < 2)
            yield break;
        foreach (Range part in new Range[] { ..1, ^1.., ..(length / 2), (length / 2).., ..^1, 1.. })
            yield return Mapped(from, Enumerable.Range(0, from.Gradients.Length), t => Flat(t, part));
    }

    static IEnumerable<OptimizerCase<T>> Plainer<T>(OptimizerCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (from.LearningRate is not null)
            yield return new(from.Optimizer, from.State, from.Gradients);
        for (int i = 0; i < from.Gradients.Length; i++)
        {
            int at = i;
            foreach (Tensor<T> simpler in TensorShrinks.Values(from.Gradients[i]))
                yield return new(from.Optimizer, from.State, from.Gradients.SetItem(at, simpler), from.LearningRate);
            foreach (Tensor<T> simpler in TensorShrinks.Values(from.State.Parameters[i]))
                yield return new(from.Optimizer, from.State with { Parameters = from.State.Parameters.SetItem(at, simpler) }, from.Gradients, from.LearningRate);
            foreach (OptimizerSlot slot in from.Optimizer.Slots)
                foreach (Tensor<T> simpler in TensorShrinks.Values(from.State[slot.Name][i]))
                    yield return new(from.Optimizer, from.State with { Slots = from.State.Slots.SetItem(slot.Name, from.State[slot.Name].SetItem(at, simpler)) },
                        from.Gradients, from.LearningRate);
        }
    }

    static OptimizerCase<T> Mapped<T>(OptimizerCase<T> from, IEnumerable<int> kept, Func<Tensor<T>, Tensor<T>> map)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImmutableArray<int> which = [.. kept];
        ImmutableArray<Tensor<T>> Map(ImmutableArray<Tensor<T>> all) => [.. which.Select(i => map(all[i]))];
        var state = new OptimizerState<T>(Map(from.State.Parameters), from.State.Step,
            from.State.Slots.ToImmutableDictionary(s => s.Key, s => Map(s.Value)));
        return new(from.Optimizer, state, Map(from.Gradients), from.LearningRate);
    }

    static Tensor<T> Flat<T>(Tensor<T> tensor, Range part) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] all = tensor.Flat().ToArray();
        T[] some = all.Length < 2 ? all : all[part];
        return Tensor.Create(some, [some.Length]);
    }
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Cases;

/// <summary>Simpler optimizer cases: fewer parameters, fewer elements, simpler numbers.</summary>
static class OptimizerShrinks
{
    public static IEnumerable<Case<T>> Of<T>(OptimizerCase<T> from) where T : unmanaged, IFloatingPointIeee754<T> =>
        Fewer(from).Concat(Plainer(from));

    static IEnumerable<OptimizerCase<T>> Fewer<T>(OptimizerCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] all = [.. Enumerable.Range(0, from.Gradients.Length)];
        if (from.Optimizer.SmallestParameters > 1 && all.Length > from.Optimizer.SmallestParameters)
            // The others keep their places, and with them their groups.
            yield return Mapped(from, all[..^1], t => t);
        else if (from.Optimizer.SmallestParameters <= 1 && all.Length > 1)
            foreach (int i in all.Where(i => from.Optimizer.RankOf(0) == from.Optimizer.RankOf(i)))
                yield return Mapped(from, [i], t => t);
        int length = (int)from.State.Parameters.Max(p => p.FlattenedLength);
        if (length < 2)
            yield break;
        if (all.All(i => from.Optimizer.RankOf(i) is null or 1))
            foreach (Func<int, Range> part in new Func<int, Range>[] { _ => ..1, _ => ^1.., n => ..(n / 2), n => (n / 2).., _ => ..^1, _ => 1.. })
                yield return Mapped(from, all, t => Flat(t, part));
        else
            for (int d = 0; d < from.State.Parameters.Max(p => p.Rank); d++)
                foreach (bool last in (bool[])[false, true])
                {
                    int dimension = d;
                    yield return Mapped(from, all, t => dimension < t.Rank ? Half(t, dimension, last) : t);
                }
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
                yield return new(from.Optimizer, from.State with { Parameters = from.State.Parameters.SetItem(at, simpler) }, from.Gradients,
                    from.LearningRate);
            foreach (OptimizerSlot slot in from.Optimizer.Slots)
                foreach (Tensor<T> simpler in TensorShrinks.Values(from.State[slot.Name][i]))
                    yield return new(from.Optimizer,
                        from.State with { Slots = from.State.Slots.SetItem(slot.Name, from.State[slot.Name].SetItem(at, simpler)) },
                        from.Gradients, from.LearningRate);
        }
    }

    static OptimizerCase<T> Mapped<T>(OptimizerCase<T> from, IEnumerable<int> kept, Func<Tensor<T>, Tensor<T>> map)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImmutableArray<int> which = [.. kept];
        ImmutableArray<Tensor<T>> Map(ImmutableArray<Tensor<T>> all) => [.. which.Select(i => map(all[i]))];
        OptimizerState<T> state = from.Optimizer.Init(Map(from.State.Parameters)) with { Step = from.State.Step };
        foreach (OptimizerSlot slot in from.Optimizer.Slots)
            state = state with
            {
                Slots = state.Slots.SetItem(slot.Name, [.. which.Select((i, at) => Fitting(from.State[slot.Name][i], map, state[slot.Name][at]))])
            };
        return new(from.Optimizer, state, Map(from.Gradients), from.LearningRate);
    }

    // A slot whose shape differs from the parameter's is initialized again where it no longer fits the smaller parameter.
    static Tensor<T> Fitting<T>(Tensor<T> slot, Func<Tensor<T>, Tensor<T>> map, Tensor<T> fresh) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (slot.FlattenedLength == 0)
            return fresh;
        Tensor<T> mapped = map(slot);
        return mapped.Lengths.SequenceEqual(fresh.Lengths) ? mapped : slot.Lengths.SequenceEqual(fresh.Lengths) ? slot : fresh;
    }

    static Tensor<T> Half<T>(Tensor<T> tensor, int dimension, bool last) where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint length = tensor.Lengths[dimension], half = (length + 1) / 2;
        return TensorShrinks.Part(tensor, dimension, last ? length - half : 0, half);
    }

    // Parameters and slots may differ in length, so the range depends on the tensor's own length.
    static Tensor<T> Flat<T>(Tensor<T> tensor, Func<int, Range> part) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] all = tensor.Flat().ToArray();
        T[] some = all.Length < 2 ? all : all[part(all.Length)];
        return Tensor.Create(some, [some.Length]);
    }
}

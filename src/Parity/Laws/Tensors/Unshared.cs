using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>Writing into one tensor of the new state changes no other tensor of it and none of the old state.</summary>
sealed class Unshared : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (OptimizerCase<T>)@case;
        string before = from.Code();
        OptimizerState<T> after = backend.Optimizer<T>(from.Optimizer).Update(from.State, from.Gradients, from.LearningRate);
        ImmutableArray<Tensor<T>> tensors = [.. OptimizerCase<T>.Quantities(from.Optimizer, after).Select(q => q.Values)];
        for (int i = 0; i < tensors.Length; i++)
        {
            ImmutableArray<T[]> others = [.. tensors.Where((_, k) => k != i).Select(t => t.Flat().ToArray())];
            tensors[i].FlatForWriting().Fill(T.CreateChecked(12345));
            if (!tensors.Where((_, k) => k != i).Select(t => t.Flat().ToArray()).Zip(others, (now, then) => now.AsSpan().SequenceEqual(then))
                .All(same => same)
                && others.All(o => !o.Contains(T.NaN)))
                return "tensors of a state must not share memory: expected the others to stay, got a change.";
        }
        return from.Code() == before ? null : "a state must share no memory with the one before: expected it to stay, got a change.";
    }
}

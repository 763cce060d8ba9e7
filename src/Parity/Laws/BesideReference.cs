using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Training;

namespace ParityNet.Parity.Laws;

/// <summary>From the start and for fifty steps, the rule of a backend does what the library's own optimizer does.</summary>
sealed class BesideReference : ITensorLaw
{
    const int Steps = 50;

    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var about = (OptimizerCase<T>)@case;
        OptimizerSpec spec = about.Optimizer;
        if (backend is not IOptimizerReference library || !library.HasReference(spec))
            return null;
        ImmutableArray<ImmutableArray<Tensor<T>>> gradients = [.. Enumerable.Range(0, Steps).Select(t => Gradients(about, t))];
        ImmutableArray<OptimizerState<T>> expected = library.RunReference(spec, about.State.Parameters, gradients);
        IOptimizer<T> own = backend.Optimizer<T>(spec);
        OptimizerState<T> state = spec.Init(about.State.Parameters);
        for (int t = 0; t < Steps; t++)
        {
            state = own.Update(state, gradients[t]);
            if (Repeats.Differ(OptimizerCase<T>.Quantities(spec, expected[t]), OptimizerCase<T>.Quantities(spec, state)) is { } difference)
                return $"{CSharp.Spec(spec)}, step {t + 1}: {difference}";
        }
        return null;
    }

    // The gradients of the case, each in turn at every place, and of every size beside its own.
    static ImmutableArray<Tensor<T>> Gradients<T>(OptimizerCase<T> about, int step) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Xoshiro((ulong)step);
        return [.. about.Gradients.Select(g =>
        {
            T[] all = g.Flat().ToArray(), moved = new T[all.Length];
            for (int i = 0; i < all.Length; i++)
                moved[i] = all[(i + step) % all.Length] * ElementType.Round<T>(2 * random.NextUnit() - 1);
            return Tensor.Create(moved, g.Lengths);
        })];
    }
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Engine;

/// <summary>The definition of an optimizer, for any spec.</summary>
abstract class OptimizerDefinition : IDefinition
{
    public abstract Type SpecType { get; }

    public DefinedStep<R> Step<T, R>(
        OptimizerSpec spec, OptimizerState<T> before, IReadOnlyList<Tensor<T>> gradients, double learningRate,
        ImmutableDictionary<string, ImmutableArray<ImmutableArray<R>>>? slots)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, IReal<R>
    {
        ImmutableArray<Variable<R>> all = [.. gradients.Select((_, i) => Variable<R>.Of(spec, before, gradients, i))];
        slots ??= ImmutableDictionary<string, ImmutableArray<ImmutableArray<R>>>.Empty;
        foreach ((string slot, ImmutableArray<ImmutableArray<R>> tensors) in slots)
            for (int i = 0; i < all.Length; i++)
                all[i][slot] = [.. tensors[i]];
        Update(spec, all, before.Step + 1, learningRate);
        return new(
            [.. all.Select(x => x.Numbers.ToImmutableArray())],
            spec.Slots.ToImmutableDictionary(
                slot => slot.Name, slot => all.Select(x => x[slot.Name].ToImmutableArray()).ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>Updates all parameters and their state by one step.</summary>
    /// <param name="spec">The optimizer.</param>
    /// <param name="all">The parameters.</param>
    /// <param name="step">The step count, starting at 1.</param>
    /// <param name="rate">The learning rate.</param>
    public abstract void Update<R>(OptimizerSpec spec, ImmutableArray<Variable<R>> all, long step, Host rate)
        where R : struct, IReal<R>;
}

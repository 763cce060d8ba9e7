using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Engine;

/// <summary>The definition of an optimizer, whatever its spec.</summary>
abstract class OptimizerDefinition : IDefinition
{
    public abstract Type SpecType { get; }

    public DefinedStep<R> Step<T, R>(
        OptimizerSpec spec, OptimizerState<T> before, IReadOnlyList<Tensor<T>> gradients, double learningRate)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, IReal<R>
    {
        ImmutableArray<string> slots = [.. spec.Slots.Select(slot => slot.Name)];
        Coordinate<R>[][] after = new Coordinate<R>[before.Parameters.Length][];
        for (int p = 0; p < after.Length; p++)
            after[p] = Coordinates(p);
        return new(
            Collect(coordinate => coordinate.Parameter),
            slots.ToImmutableDictionary(slot => slot, slot => Collect(coordinate => coordinate[slot]), StringComparer.Ordinal));

        Coordinate<R>[] Coordinates(int p)
        {
            R[] parameters = Argument<R>.NumbersOf(before.Parameters[p]), slopes = Argument<R>.NumbersOf(gradients[p]);
            R[][] memory = [.. slots.Select(slot => Argument<R>.NumbersOf(before[slot][p]))];
            var all = new Coordinate<R>[parameters.Length];
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = new(slots, Array.ConvertAll(memory, slot => slot[i]), spec.Maximize ? -slopes[i] : slopes[i])
                {
                    Parameter = parameters[i],
                };
                Update(spec, all[i], before.Step + 1, learningRate);
            }

            return all;
        }

        ImmutableArray<ImmutableArray<R>> Collect(Func<Coordinate<R>, R> what) =>
            [.. after.Select(coordinates => coordinates.Select(what).ToImmutableArray())];
    }

    protected abstract void Update<R>(OptimizerSpec spec, Coordinate<R> x, long step, Host rate)
        where R : struct, IReal<R>;
}

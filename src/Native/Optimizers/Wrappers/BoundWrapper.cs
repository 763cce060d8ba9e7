using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>An optimizer that wraps another. Both share one state.</summary>
abstract unsafe class BoundWrapper<T>(OptimizerSpec spec, NativeOptimizer<T> inner, Plan plan) : NativeOptimizer<T>(spec)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    protected NativeOptimizer<T> Inner => inner;

    /// <summary>The wrapper's own slot; null where it has none.</summary>
    protected virtual string? Own => null;

    /// <summary>The wrapped optimizer, where a further wrapper may join in one pass; else null.</summary>
    protected virtual NativeOptimizer<T>? Within => inner;

    public override bool IsElementwise => Fuses(slot: false);

    public sealed override bool Fuses(bool slot) => !(slot && Own is not null) && Within is { } rule && rule.Fuses(slot || Own is not null);

    public sealed override void Step(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate)
    {
        if (IsElementwise)
            Step(state, next, gradients, rate, default(Alone<T>), null);
        else
            Passes(state, next, gradients, rate);
    }

    /// <summary>The step in several passes.</summary>
    protected abstract void Passes(OptimizerState<T> state, OptimizerState<T> next, IReadOnlyList<Tensor<T>> gradients, double rate);

    /// <summary>The same tensors with every element mapped.</summary>
    protected IReadOnlyList<Tensor<T>> Mapped<M>(IReadOnlyList<Tensor<T>> tensors, M map) where M : struct, IPairMap<T>
    {
        var mapped = new Tensor<T>[tensors.Count];
        for (int i = 0; i < mapped.Length; i++)
        {
            mapped[i] = Tensor.Create(Fresh.Array<T>(tensors[i].FlattenedLength), tensors[i].Lengths);
            Map(tensors[i].Flat(), tensors[i].Flat(), mapped[i].FlatForWriting(), map);
        }
        return mapped;
    }

    /// <summary>Writes the elementwise map of two spans; all three spans may be the same buffer.</summary>
    protected void Map<M>(ReadOnlySpan<T> first, ReadOnlySpan<T> second, Span<T> into, M map) where M : struct, IPairMap<T>
    {
        fixed (T* a = first, b = second, to = into)
            Blocks.Run<T, PairStep<T, M>>(new(a, b, to, map), first.Length, plan);
    }

    /// <summary>The same where elements that leave the range are computed again.</summary>
    protected void MapWithin<M>(Tensor<T> first, Tensor<T> second, Tensor<T> into, M map) where M : struct, IPairMap<T>
    {
        fixed (T* a = first.Flat(), b = second.Flat(), to = into.FlatForWriting())
            Blocks.Run<T, RuleStep<T, PairRule<T, M>>>(
                new(new(map), new() { Parameter = a, Gradient = b, NextParameter = to }), first.FlattenedLength, plan);
    }

    /// <summary>Copies a tensor from one state to the next, which may hold the same tensor.</summary>
    protected static void Keep(Tensor<T> from, Tensor<T> to) => from.Flat().CopyTo(to.FlatForWriting());
}

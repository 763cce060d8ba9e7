using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>An optimizer that wraps another. Both share one state.</summary>
abstract unsafe class BoundWrapper<T>(OptimizerSpec spec, Plan plan) : NativeOptimizer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
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

    /// <summary>Copies a tensor from one state to the next, which may hold the same tensor.</summary>
    protected static void Keep(Tensor<T> from, Tensor<T> to) => from.Flat().CopyTo(to.FlatForWriting());
}

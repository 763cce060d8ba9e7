using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Cases;

/// <summary>Simpler tensors.</summary>
static class TensorShrinks
{
    // Larger tensors are shortened first.
    const int MaxElements = 12;

    /// <summary>The same shape with simpler numbers: all zeros, then one element zeroed, rounded to an integer, or halved.</summary>
    public static IEnumerable<Tensor<T>> Values<T>(Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] data = tensor.Flat().ToArray();
        nint[] shape = tensor.Lengths.ToArray();
        if (data.Count(x => x != T.Zero) > 1)
            yield return Tensor.Create(new T[data.Length], shape);
        for (int i = 0; i < Math.Min(data.Length, MaxElements); i++)
            foreach (T simpler in Simpler(data[i]))
            {
                var changed = (T[])data.Clone();
                changed[i] = simpler;
                yield return Tensor.Create(changed, shape);
            }
    }

    /// <summary>A slice along one dimension.</summary>
    public static Tensor<N> Part<N>(Tensor<N> tensor, int dimension, nint start, nint length)
    {
        NRange[] ranges = [.. Enumerable.Repeat(NRange.All, tensor.Rank)];
        ranges[dimension] = new NRange(start, start + length);
        return tensor.Slice(ranges).Copy();
    }

    static IEnumerable<T> Simpler<T>(T value) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (value == T.Zero)
            yield break;
        yield return T.Zero;
        if (!T.IsFinite(value) || T.Abs(value) == T.One)
            yield break;
        yield return T.One;
        T half = T.One / T.CreateChecked(2);
        if (T.Abs(value) != half)
            yield return half;
        T whole = T.Truncate(value);
        if (whole != value && whole != T.Zero)
            yield return whole;
        // A number with fewer digits is easier to read than a smaller one.
        T few = T.Round(value * T.CreateChecked(64)) / T.CreateChecked(64);
        if (few != value && few != T.Zero && T.IsFinite(few))
            yield return few;
        if (T.Abs(value) > T.One)
            yield return value / T.CreateChecked(2);
    }
}

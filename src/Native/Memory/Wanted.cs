using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Memory;

/// <summary>Collects the requested gradients.</summary>
static class Wanted
{
    public static ImmutableDictionary<string, Tensor<T>> None<T>() => ImmutableDictionary<string, Tensor<T>>.Empty;

    /// <summary>Adds a gradient, if it was computed, in the shape of its argument.</summary>
    public static ImmutableDictionary<string, Tensor<T>> With<T>(
        this ImmutableDictionary<string, Tensor<T>> gradients, string name, T[]? gradient, ReadOnlySpan<nint> computed, ReadOnlySpan<nint> argument)
        where T : unmanaged, IFloatingPointIeee754<T> => gradients.With(name, gradient, computed, argument, argument);

    /// <summary>Adds a gradient, if it was computed, for an argument that was aligned to another shape before it was broadcast.</summary>
    public static ImmutableDictionary<string, Tensor<T>> With<T>(
        this ImmutableDictionary<string, Tensor<T>> gradients, string name, T[]? gradient,
        ReadOnlySpan<nint> computed, ReadOnlySpan<nint> aligned, ReadOnlySpan<nint> argument)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (gradient is null)
            return gradients;
        Tensor<T> summed = computed.SequenceEqual(aligned) ? Tensor.Create(gradient, aligned) : Summed(gradient, computed, aligned);
        return gradients.Add(name, aligned.SequenceEqual(argument) ? summed : Tensor.Create(summed.Flat().ToArray(), argument));
    }

    /// <summary>Sums the gradient of a broadcast argument over the positions at which an element was repeated.</summary>
    public static void Sum<T>(T[] gradient, ReadOnlySpan<nint> from, ReadOnlySpan<nint> to, Span<T> into)
        where T : unmanaged, IFloatingPointIeee754<T> => Summed(gradient, from, to).Flat().CopyTo(into);

    static Tensor<T> Summed<T>(T[] gradient, ReadOnlySpan<nint> from, ReadOnlySpan<nint> to) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Beyond.IsOpen)
            return SummedInOrder(gradient, from, to);
        Tensor<T> summed = TensorData.SumTo<T>(gradient, from, to);
        foreach (T sum in summed.Flat())
            if (!T.IsFinite(sum))
                Beyond.Leave();
        return summed;
    }

    static Tensor<T> SummedInOrder<T>(T[] gradient, ReadOnlySpan<nint> from, ReadOnlySpan<nint> to) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var totals = new Total[Shape.Count(to)];
        double[] own = [.. Enumerable.Range(0, totals.Length)];
        ReadOnlySpan<double> positions = Tensor.Create(own, to).FlatBroadcast(from);
        for (int i = 0; i < gradient.Length; i++)
            totals[(int)positions[i]] += new Total(Real.Wide(gradient[i]), 0);
        return Tensor.Create(Real.Of<T>(Array.ConvertAll(totals, total => total.Value)), to);
    }
}

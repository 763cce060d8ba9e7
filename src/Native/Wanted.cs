using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Native;

/// <summary>The gradients that were asked for.</summary>
static class Wanted
{
    public static ImmutableDictionary<string, Tensor<T>> None<T>() => ImmutableDictionary<string, Tensor<T>>.Empty;

    /// <summary>Adds a gradient, where it was computed, in the shape of its argument.</summary>
    public static ImmutableDictionary<string, Tensor<T>> With<T>(
        this ImmutableDictionary<string, Tensor<T>> gradients, string name, T[]? gradient, ReadOnlySpan<nint> computed, ReadOnlySpan<nint> argument)
        where T : unmanaged, IFloatingPointIeee754<T> => gradients.With(name, gradient, computed, argument, argument);

    /// <summary>Adds a gradient, where it was computed, of an argument that broadcast with another shape than its own.</summary>
    public static ImmutableDictionary<string, Tensor<T>> With<T>(
        this ImmutableDictionary<string, Tensor<T>> gradients, string name, T[]? gradient, ReadOnlySpan<nint> computed, ReadOnlySpan<nint> aligned, ReadOnlySpan<nint> argument)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (gradient is null)
            return gradients;
        Tensor<T> summed = computed.SequenceEqual(aligned) ? Tensor.Create(gradient, aligned) : TensorData.SumTo<T>(gradient, computed, aligned);
        return gradients.Add(name, aligned.SequenceEqual(argument) ? summed : Tensor.Create(summed.Flat().ToArray(), argument));
    }
}

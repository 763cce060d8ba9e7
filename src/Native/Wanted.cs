using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Native;

/// <summary>The gradients that were asked for.</summary>
static class Wanted
{
    /// <summary>What is meant where no names are given.</summary>
    public static IReadOnlyCollection<string> Input { get; } = ["input"];

    public static ImmutableDictionary<string, Tensor<T>> None<T>() => ImmutableDictionary<string, Tensor<T>>.Empty;

    /// <summary>Adds a gradient, where it was computed, in the shape of its argument.</summary>
    public static ImmutableDictionary<string, Tensor<T>> With<T>(
        this ImmutableDictionary<string, Tensor<T>> gradients, string name, T[]? gradient, ReadOnlySpan<nint> computed, ReadOnlySpan<nint> argument)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (gradient is null)
            return gradients;
        return gradients.Add(name, computed.SequenceEqual(argument)
            ? Tensor.Create(gradient, argument)
            : TensorData.SumTo<T>(gradient, computed, argument));
    }
}

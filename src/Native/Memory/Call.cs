using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Native.Memory;

/// <summary>A checked call of a function: its arguments, and the memory of its results.</summary>
readonly ref struct Call<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public required Operands<T> Operands { get; init; }

    public required CheckedArguments Found { get; init; }

    /// <summary>The incoming gradient, of the value's shape; null for ones.</summary>
    public Tensor<T>? Cotangent { get; init; }

    public required Span<T> Value { get; init; }

    /// <summary>The gradients by the arguments that allow it, in their order; empty for those that are not requested.</summary>
    public Span<T> First { get; init; }

    public Span<T> Second { get; init; }

    public Span<T> Third { get; init; }

    /// <summary>The elements of the cotangent; empty for ones.</summary>
    public ReadOnlySpan<T> Incoming => Cotangent is null ? [] : Cotangent.Flat();
}

using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>One argument of an op: a tensor of numbers, or a tensor of integers, most often class indices.</summary>
/// <remarks>Both kinds of tensor convert to it implicitly, so that a call reads <c>loss.Value(logits, labels)</c>.</remarks>
/// <typeparam name="T">The floating-point type of the op.</typeparam>
public readonly struct Operand<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Tensor<T>? numbers;
    readonly Tensor<long>? indices;

    /// <summary>An argument of numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    public Operand(Tensor<T> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        this.numbers = numbers;
    }

    /// <summary>An argument of class indices.</summary>
    /// <param name="indices">The indices, counted from 0.</param>
    public Operand(Tensor<long> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        this.indices = indices;
    }

    /// <summary>Whether the argument holds integers: class indices, unless the op takes integers as numbers.</summary>
    public bool IsIndices => indices is not null;

    /// <summary>The numbers; integers are promoted, rounded to nearest.</summary>
    public Tensor<T> Numbers => numbers ?? Tensor.Create(Array.ConvertAll(Indices.Flat().ToArray(), T.CreateChecked), Indices.Lengths);

    /// <summary>The class indices.</summary>
    /// <exception cref="InvalidOperationException">The argument holds numbers.</exception>
    public Tensor<long> Indices =>
        indices ?? throw new InvalidOperationException("The operand must hold indices: expected an int64 tensor, got numbers.");

    /// <summary>The shape.</summary>
    public ReadOnlySpan<nint> Lengths => IsIndices ? Indices.Lengths : Numbers.Lengths;

    /// <summary>Converts numbers to an argument.</summary>
    /// <param name="numbers">The numbers.</param>
    public static implicit operator Operand<T>(Tensor<T> numbers) => new(numbers);

    /// <summary>Converts class indices to an argument.</summary>
    /// <param name="indices">The indices.</param>
    public static implicit operator Operand<T>(Tensor<long> indices) => new(indices);
}

using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>The named arguments of an op, under PyTorch's names.</summary>
/// <remarks>Most losses take <c>input</c> and <c>target</c>; some also <c>weight</c> or <c>pos_weight</c>. Immutable.</remarks>
/// <typeparam name="T">The floating-point type of the op.</typeparam>
public sealed class Operands<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    // Few and in alphabetical order: to go through them is faster than any table.
    static readonly string[] One = ["input"], Two = ["input", "target"];

    readonly string[] names;
    readonly Operand<T>[] operands;

    Operands(string[] names, Operand<T>[] operands) => (this.names, this.operands) = (names, operands);

    /// <summary>No arguments.</summary>
    public static Operands<T> None { get; } = new([], []);

    /// <summary>The one argument of an activation.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The arguments.</returns>
    public static Operands<T> Of(Tensor<T> input) => new(One, [input]);

    /// <summary>The two arguments of a loss.</summary>
    /// <param name="prediction">The prediction; PyTorch's <c>input</c>.</param>
    /// <param name="target">The target: numbers or class indices.</param>
    /// <returns>The arguments.</returns>
    public static Operands<T> Of(Tensor<T> prediction, Operand<T> target) => new(Two, [prediction, target]);

    /// <summary>The names given, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The argument of a name.</summary>
    /// <param name="name">PyTorch's name of the argument.</param>
    /// <exception cref="KeyNotFoundException">No such argument was given.</exception>
    public Operand<T> this[string name] => PositionOf(name) is >= 0 and int position
        ? operands[position]
        : throw new KeyNotFoundException($"The arguments must have {name}: expected one of {string.Join(", ", names)}, got {name}.");

    /// <summary>The first argument of most ops: the numbers under the name <c>input</c>.</summary>
    public Tensor<T> Input => this["input"].Numbers;

    /// <summary>Whether an argument was given.</summary>
    /// <param name="name">PyTorch's name of the argument.</param>
    /// <returns>True where it was.</returns>
    public bool Has(string name) => PositionOf(name) >= 0;

    /// <summary>The numbers of an optional argument.</summary>
    /// <param name="name">PyTorch's name of the argument.</param>
    /// <param name="numbers">The numbers, or null.</param>
    /// <returns>Whether it was given.</returns>
    public bool TryNumbers(string name, [NotNullWhen(true)] out Tensor<T>? numbers)
    {
        numbers = PositionOf(name) is >= 0 and int position ? operands[position].Numbers : null;
        return numbers is not null;
    }

    /// <summary>The arguments with one more, or with one replaced.</summary>
    /// <param name="name">PyTorch's name of the argument.</param>
    /// <param name="operand">The argument.</param>
    /// <returns>New arguments; the existing ones are not modified.</returns>
    public Operands<T> With(string name, Operand<T> operand)
    {
        ArgumentNullException.ThrowIfNull(name);
        int position = PositionOf(name);
        if (position >= 0)
            return new(names, [.. operands[..position], operand, .. operands[(position + 1)..]]);
        position = ~Array.BinarySearch(names, name, StringComparer.Ordinal);
        return new([.. names[..position], name, .. names[position..]], [.. operands[..position], operand, .. operands[position..]]);
    }

    /// <summary>The arguments given, in the order of their names.</summary>
    public ReadOnlySpan<Operand<T>> All => operands;

    int PositionOf(string name)
    {
        for (int i = 0; i < names.Length; i++)
            if (names[i] == name)
                return i;
        return -1;
    }
}

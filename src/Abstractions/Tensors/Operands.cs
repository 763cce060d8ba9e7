using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>The named arguments of an op, under PyTorch's names.</summary>
/// <remarks>Most losses take <c>input</c> and <c>target</c>; some also <c>weight</c> or <c>pos_weight</c>. Immutable.</remarks>
/// <typeparam name="T">The floating-point type of the op.</typeparam>
public sealed class Operands<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ImmutableSortedDictionary<string, Operand<T>> byName;

    Operands(ImmutableSortedDictionary<string, Operand<T>> byName) => this.byName = byName;

    /// <summary>No arguments.</summary>
    public static Operands<T> None { get; } = new(ImmutableSortedDictionary.Create<string, Operand<T>>(StringComparer.Ordinal));

    /// <summary>The one argument of an activation.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The arguments.</returns>
    public static Operands<T> Of(Tensor<T> input) => None.With("input", input);

    /// <summary>The two arguments of a loss.</summary>
    /// <param name="prediction">The prediction; PyTorch's <c>input</c>.</param>
    /// <param name="target">The target: numbers or class indices.</param>
    /// <returns>The arguments.</returns>
    public static Operands<T> Of(Tensor<T> prediction, Operand<T> target) => Of(prediction).With("target", target);

    /// <summary>The names given, in alphabetical order.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>The argument of a name.</summary>
    /// <param name="name">PyTorch's name of the argument.</param>
    /// <exception cref="KeyNotFoundException">No such argument was given.</exception>
    public Operand<T> this[string name] => byName[name];

    /// <summary>The first argument of most ops: the numbers under the name <c>input</c>.</summary>
    public Tensor<T> Input => byName["input"].Numbers;

    /// <summary>Whether an argument was given.</summary>
    /// <param name="name">PyTorch's name of the argument.</param>
    /// <returns>True where it was.</returns>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>The numbers of an optional argument.</summary>
    /// <param name="name">PyTorch's name of the argument.</param>
    /// <param name="numbers">The numbers, or null.</param>
    /// <returns>Whether it was given.</returns>
    public bool TryNumbers(string name, [NotNullWhen(true)] out Tensor<T>? numbers)
    {
        numbers = byName.TryGetValue(name, out Operand<T> operand) ? operand.Numbers : null;
        return numbers is not null;
    }

    /// <summary>The arguments with one more, or with one replaced.</summary>
    /// <param name="name">PyTorch's name of the argument.</param>
    /// <param name="operand">The argument.</param>
    /// <returns>New arguments; the existing ones are not modified.</returns>
    public Operands<T> With(string name, Operand<T> operand) => new(byName.SetItem(name, operand));
}

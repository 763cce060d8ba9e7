using System.Numerics;

namespace ParityNet;

/// <summary>What an op expects of one argument.</summary>
/// <param name="Name">PyTorch's name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Optional">Whether it may be left out.</param>
/// <param name="Differentiable">Whether a gradient with respect to it can be asked for.</param>
public sealed record OperandInfo(string Name, OperandKind Kind = OperandKind.Numbers, bool Optional = false, bool Differentiable = false)
{
    /// <summary>The word for this argument in messages.</summary>
    public string Label { get; init; } = Name;

    /// <summary>Whether integers are accepted as its numbers, where PyTorch promotes them. They have no gradient.</summary>
    public bool TakesIntegers { get; init; }

    /// <summary>Whether an argument holds indices, and not integers to be promoted to numbers.</summary>
    /// <typeparam name="T">The floating-point type of the op.</typeparam>
    /// <param name="given">The argument.</param>
    /// <returns>True where it does.</returns>
    public bool IsIndices<T>(Operand<T> given) where T : unmanaged, IFloatingPointIeee754<T> => given.IsIndices && Kind != OperandKind.Numbers;

    /// <summary>The numbers for which it is defined.</summary>
    public Domain Domain { get; init; }
}

using System.Collections.Immutable;
using System.Numerics;

namespace ParityNet;

/// <summary>What the check of an op's arguments found: it holds for all arguments of the same names, kinds and shapes.</summary>
/// <remarks>Immutable. A function keeps that of its last call, so that calls in a loop neither check shapes again nor allocate.</remarks>
public sealed class CheckedArguments
{
    readonly string[] names, differentiable;
    readonly bool[] indices;
    readonly nint[][] shapes;

    CheckedArguments(string[] names, bool[] indices, nint[][] shapes, string[] differentiable, ImmutableArray<nint> value) =>
        (this.names, this.indices, this.shapes, this.differentiable, Value) = (names, indices, shapes, differentiable, value);

    /// <summary>The shape of the value.</summary>
    public ImmutableArray<nint> Value { get; }

    /// <summary>The shape of an argument.</summary>
    /// <param name="name">PyTorch's name of the argument.</param>
    /// <returns>Its shape; empty where it was not given.</returns>
    public ReadOnlySpan<nint> ShapeOf(string name) => Array.IndexOf(names, name) is >= 0 and int position ? shapes[position] : [];

    /// <summary>Whether a gradient with respect to an argument can be taken, given all arguments.</summary>
    /// <param name="name">PyTorch's name of the argument.</param>
    /// <returns>True where it can.</returns>
    public bool IsDifferentiable(string name) => Array.IndexOf(differentiable, name) >= 0;

    internal static CheckedArguments Of<T>(FunctionSpec spec, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImmutableArray<nint> value = spec.Check(operands);
        string[] names = [.. operands.Names];
        return new(names, Array.ConvertAll(names, name => operands[name].IsIndices),
            Array.ConvertAll(names, name => operands[name].Lengths.ToArray()),
            Array.FindAll(names, name => spec.IsDifferentiable(name, operands)), value);
    }

    internal bool Fit<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        IReadOnlyList<string> given = operands.Names;
        if (given.Count != names.Length)
            return false;
        for (int i = 0; i < names.Length; i++)
            if (given[i] != names[i] || operands.All[i].IsIndices != indices[i] || !operands.All[i].Lengths.SequenceEqual(shapes[i]))
                return false;
        return true;
    }
}

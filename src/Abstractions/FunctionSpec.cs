using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>A function of named tensors: a loss or an activation.</summary>
public abstract record FunctionSpec : OpSpec
{
    /// <summary>The arguments, in PyTorch's order.</summary>
    public abstract ImmutableArray<OperandInfo> Operands { get; }

    /// <summary>Where the formula changes beside 0, ½, 1 and the numbers among the options; generated cases stand on such points.</summary>
    public virtual ImmutableArray<double> Kinks => [];

    /// <summary>Requires that the arguments fit this op; every backend calls it first, so that all refuse alike.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operands">The arguments.</param>
    /// <returns>The shape of the value; <c>[1]</c> where it is reduced.</returns>
    /// <exception cref="ArgumentException">An argument is missing, unknown, of the wrong kind or shape, or holds a value that must not be.</exception>
    public ImmutableArray<nint> Check<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(operands);
        ImmutableArray<OperandInfo> known = Operands;
        foreach (string name in operands.Names)
            if (known.All(o => o.Name != name))
                throw new ArgumentException($"{Name} must be given arguments that it has: expected {Listed(o => true)}, got {name}.");
        foreach (OperandInfo info in known)
            CheckKind(info, operands);
        return CheckShapes(operands);
    }

    /// <summary>Requires that gradients can be taken with respect to the arguments named.</summary>
    /// <param name="names">Argument names.</param>
    /// <exception cref="ArgumentException">One of them is unknown or has no gradient.</exception>
    public void CheckGradients(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
            if (!Operands.Any(o => o.Name == name && o.Differentiable))
                throw new ArgumentException($"{Name} must be differentiated by an argument that allows it: expected {Listed(o => o.Differentiable)}, got {name}.");
    }

    /// <summary>Requires that gradients can be taken with respect to the arguments named, as they were given.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="names">Argument names.</param>
    /// <param name="operands">The arguments.</param>
    /// <exception cref="ArgumentException">One of them is unknown, has no gradient, was not given or holds class indices.</exception>
    public void CheckGradients<T>(IEnumerable<string> names, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(operands);
        CheckGradients(names);
        foreach (string name in names)
            if (!operands.Has(name) || operands[name].IsIndices)
                throw new ArgumentException($"{name} must hold numbers to differentiate by it: expected a floating-point tensor, got {(operands.Has(name) ? "an int64 tensor" : "none")}.");
    }

    /// <summary>Requires that a cotangent has the shape of the value.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="cotangent">The cotangent, or null for ones.</param>
    /// <param name="value">The shape of the value.</param>
    public static void CheckCotangent<T>(Tensor<T>? cotangent, ImmutableArray<nint> value)
    {
        if (cotangent is not null)
            Require.Shape(cotangent, value.AsSpan(), "the value");
    }

    /// <summary>Requires that the shapes and values of the arguments fit; their names and kinds are checked already.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operands">The arguments.</param>
    /// <returns>The shape of the value.</returns>
    protected abstract ImmutableArray<nint> CheckShapes<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>;

    void CheckKind<T>(OperandInfo info, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!operands.Has(info.Name))
        {
            if (!info.Optional)
                throw new ArgumentException($"{Name} must be given all its arguments: expected {Listed(o => !o.Optional)}, got no {info.Name}.");
            return;
        }
        bool indices = operands[info.Name].IsIndices;
        if (indices ? info.Kind == OperandKind.Numbers : info.Kind == OperandKind.Indices)
            throw new ArgumentException($"{info.Label} must hold {(indices ? "numbers" : "class indices")}: expected {(indices ? "a floating-point tensor" : "an int64 tensor")}, got {(indices ? "an int64 tensor" : "a floating-point tensor")}.");
    }

    string Listed(Func<OperandInfo, bool> which) => string.Join(", ", Operands.Where(which).Select(o => o.Name));
}

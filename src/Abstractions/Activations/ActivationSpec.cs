using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>A non-linear function between the layers of a network.</summary>
/// <remarks>The input has any shape, and the value has the same, unless <see cref="KeepsShape"/> is false.</remarks>
public abstract record ActivationSpec : FunctionSpec
{
    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [new("input", Differentiable: true)];

    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <summary>Whether <c>f(−x) = −f(x)</c>.</summary>
    public virtual bool IsOdd => false;

    /// <summary>Whether the function is non-decreasing.</summary>
    public virtual bool IsIncreasing => false;

    /// <summary>A lower bound of all values, however they are rounded; −∞ where none is known.</summary>
    public virtual double Smallest => double.NegativeInfinity;

    /// <summary>An upper bound of all values, however they are rounded; ∞ where none is known.</summary>
    public virtual double Largest => double.PositiveInfinity;

    /// <summary>The points at which the function is clamped: the derivative there is 0, whatever it is on either side.</summary>
    public virtual ImmutableArray<double> Cuts => [];

    /// <summary>Whether the value has the shape of the input, as for nearly every activation.</summary>
    public virtual bool KeepsShape => true;

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return shapes[Lead.Name];
    }

    /// <inheritdoc/>
    protected override bool KnowsByShapes => true;

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands) => [.. operands["input"].Lengths];
}

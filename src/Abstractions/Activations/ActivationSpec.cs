using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>A non-linear function between the layers of a network.</summary>
/// <remarks>The input has any shape, and the value has the same.</remarks>
public abstract record ActivationSpec : FunctionSpec
{
    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [new("input", Differentiable: true)];

    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <summary>Whether <c>f(−x) = −f(x)</c>.</summary>
    public virtual bool IsOdd => false;

    /// <summary>Whether no value is less than one further left.</summary>
    public virtual bool IsIncreasing => false;

    /// <summary>A number that no value is less than, however it is rounded; −∞ where none is known.</summary>
    public virtual double Smallest => double.NegativeInfinity;

    /// <summary>A number that no value is greater than, however it is rounded; ∞ where none is known.</summary>
    public virtual double Largest => double.PositiveInfinity;

    /// <summary>Where the function is cut off, so that its derivative there is 0, whatever it is beside it.</summary>
    public virtual ImmutableArray<double> Cuts => [];

    /// <summary>Whether the value has the shape of the input; nearly every activation's has.</summary>
    public virtual bool KeepsShape => true;

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return shapes[Lead.Name];
    }

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands) => [.. operands["input"].Lengths];
}

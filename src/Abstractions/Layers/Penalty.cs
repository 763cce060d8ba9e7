using System.Collections.Immutable;

namespace ParityNet.Layers;

/// <summary>A number that grows with the size of parameters and is added to the loss.</summary>
public abstract record Penalty : LayerSpec
{
    /// <summary>Builds a penalty.</summary>
    /// <param name="strength">λ: at least 0.</param>
    protected Penalty(double strength) => Strength = strength;

    /// <summary>λ: what the size is multiplied by; at least 0.</summary>
    public double Strength { get; init => field = Require.NotNegative(value); }

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Input];

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value) => [];

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands) => [1];
}

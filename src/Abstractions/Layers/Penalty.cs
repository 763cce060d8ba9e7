using System.Collections.Immutable;

namespace ParityNet.Layers;

/// <summary>A regularization penalty on the magnitude of parameters, to be added to a loss.</summary>
public abstract record Penalty : LayerSpec
{
    /// <summary>Builds a penalty.</summary>
    /// <param name="strength">λ: the strength; at least 0.</param>
    protected Penalty(double strength) => Strength = strength;

    /// <summary>λ: the strength, a factor on the penalty; at least 0.</summary>
    public double Strength { get; init => field = Require.NotNegative(value); }

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Input];

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value) => [];

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands) => [1];
}

using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The Euclidean norm of the difference of each row, not squared.</summary>
/// <remarks>
/// <c>√Σ r²</c> over the last dimension, with <c>r = prediction − target</c>. Derivative: <c>r/‖r‖</c>, and 0 where the norm is 0,
/// as <c>torch.linalg.vector_norm</c> has it.
/// </remarks>
/// <param name="Reduction">How the losses of rows are reduced.</param>
public sealed record L2Norm(Reduction Reduction = Reduction.Mean) : LossSpec(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "l2_norm_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, Target];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new L2Norm(), new L2Norm(Reduction.Sum), new L2Norm(Reduction.None)];

    /// <inheritdoc/>
    public override string ShapeText(string operand) => operand == Lead.Name ? "[C] or [N, …, C]" : base.ShapeText(operand);

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> prediction = operands["input"].Lengths;
        Require.Shape(operands["target"].Numbers, prediction, "prediction", "target");
        return Reduced(prediction.Length == 1 ? [1] : prediction[..^1]);
    }
}

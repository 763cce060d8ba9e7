using System.Collections.Immutable;
using System.Numerics;

namespace ParityNet.Losses;

/// <summary>A loss that is computed for each pair of prediction and target by itself.</summary>
/// <remarks>Prediction and target broadcast against each other as in PyTorch; N of the mean is the number of pairs.</remarks>
public abstract record ElementLoss : LossSpec
{
    /// <summary>Builds a loss of elements.</summary>
    /// <param name="reduction">How the losses of elements become the result.</param>
    /// <param name="hasBatchMean">Whether <see cref="Reduction.BatchMean"/> is one of its reductions.</param>
    protected ElementLoss(Reduction reduction, bool hasBatchMean = false) : base(reduction, hasBatchMean) { }

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, new("target", Differentiable: true)];

    /// <summary>Whether prediction and target may differ in shape where one broadcasts to the other.</summary>
    protected virtual bool Broadcasts => true;

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> prediction = operands["input"].Lengths, target = operands["target"].Lengths;
        nint[]? common = Broadcasts || prediction.SequenceEqual(target) ? Shape.Broadcast(prediction, target) : null;
        if (common is null)
            throw new ArgumentException($"target must have the shape of prediction: expected {Shape.Text(prediction)}, got {Shape.Text(target)}.");
        foreach (OperandInfo extra in Operands.Where(o => o.Optional && operands.Has(o.Name)))
        {
            ReadOnlySpan<nint> shape = operands[extra.Name].Lengths;
            if (Shape.Broadcast(shape, common) is not { } all || !all.SequenceEqual(common))
                throw new ArgumentException($"{extra.Label} must broadcast to the shape of prediction: expected {Shape.Text(common)}, got {Shape.Text(shape)}.");
        }
        CheckValues(operands);
        if (Reduction == Reduction.BatchMean && common.Length == 0)
            throw new ArgumentException($"prediction must have a first dimension: expected rank 1 or more, got {Shape.Text(common)}.");
        return Reduced(common);
    }

    /// <summary>Requires values that the loss is defined for; most losses take any.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operands">The arguments.</param>
    protected virtual void CheckValues<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> { }
}

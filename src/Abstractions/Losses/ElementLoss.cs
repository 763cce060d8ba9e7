using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>A loss that is computed independently for each pair of prediction and target.</summary>
/// <remarks>
/// Prediction and target broadcast against each other as in PyTorch, unless the loss says otherwise; N of the mean is the number of pairs.
/// </remarks>
public abstract record ElementLoss : BroadcastLoss
{
    /// <summary>Builds a loss of elements.</summary>
    /// <param name="reduction">How the losses of elements are reduced.</param>
    /// <param name="hasBatchMean">Whether <see cref="Reduction.BatchMean"/> is one of its reductions.</param>
    protected ElementLoss(Reduction reduction, bool hasBatchMean = false) : base(reduction, hasBatchMean) { }

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, Target];
}

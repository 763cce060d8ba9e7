using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>A loss of triplets of vectors: an anchor should be nearer to the positive than to the negative by a margin.</summary>
public abstract record TripletLoss : VectorLoss
{
    /// <summary>Builds a loss of triplets.</summary>
    /// <param name="margin">m: the margin; may be infinite.</param>
    /// <param name="swap">Whether to use the distance from negative to positive where it is smaller.</param>
    /// <param name="reduction">How the losses of rows are reduced.</param>
    protected TripletLoss(double margin, bool swap, Reduction reduction) : base(reduction) => (Margin, Swap) = (margin, swap);

    /// <summary>The margin; may be infinite.</summary>
    public double Margin { get; init => field = Require.Number(value); }

    /// <summary>Whether to use the distance from negative to positive where it is smaller.</summary>
    public bool Swap { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [new("anchor", Differentiable: true), new("positive", Differentiable: true), new("negative", Differentiable: true)];
}

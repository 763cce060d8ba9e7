using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>A loss of triplets of vectors: an anchor should be nearer to the positive than to the negative by a margin.</summary>
public abstract record TripletLoss : VectorLoss
{
    /// <summary>Builds a loss of triplets.</summary>
    /// <param name="margin">m: by how much the distances should differ; may be infinite.</param>
    /// <param name="swap">Whether the negative's distance to the positive counts where it is smaller.</param>
    /// <param name="reduction">How row losses become the result.</param>
    protected TripletLoss(double margin, bool swap, Reduction reduction) : base(reduction) => (Margin, Swap) = (margin, swap);

    /// <summary>By how much the distances should differ; may be infinite.</summary>
    public double Margin { get; init => field = Require.Number(value); }

    /// <summary>Whether the negative's distance to the positive counts where it is smaller.</summary>
    public bool Swap { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [new("anchor", Differentiable: true), new("positive", Differentiable: true), new("negative", Differentiable: true)];
}

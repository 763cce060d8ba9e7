namespace ParityNet.Activations;

/// <summary>An activation that makes the numbers along one dimension probabilities, or their logarithms.</summary>
public abstract record SoftmaxActivation : RowActivation
{
    /// <summary>Builds an activation along one dimension.</summary>
    /// <param name="dimension">The dimension; negative counts from the last, null takes 0 for an input of rank 0, 1 or 3 and 1 for any other.</param>
    protected SoftmaxActivation(int? dimension) => Dimension = dimension;

    /// <summary>The dimension; negative counts from the last, null takes 0 for an input of rank 0, 1 or 3 and 1 for any other, as PyTorch does.</summary>
    [Option("dim")]
    public int? Dimension { get; init; }

    /// <inheritdoc/>
    protected sealed override int? Given => Dimension;
}

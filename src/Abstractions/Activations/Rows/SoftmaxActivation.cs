namespace ParityNet.Activations;

/// <summary>An activation that turns the numbers along one dimension into probabilities, or their logarithms.</summary>
public abstract record SoftmaxActivation : RowActivation
{
    /// <summary>Builds an activation along one dimension.</summary>
    /// <param name="dimension">
    /// The dimension; a negative one counts from the last, null means 0 for an input of rank 0, 1 or 3 and 1 for any other.
    /// </param>
    protected SoftmaxActivation(int? dimension) => Dimension = dimension;

    /// <summary>
    /// The dimension; a negative one counts from the last, null means 0 for an input of rank 0, 1 or 3 and 1 for any other, as in PyTorch.
    /// </summary>
    [Option("dim")]
    public int? Dimension { get; init; }

    /// <inheritdoc/>
    protected sealed override int? Given => Dimension;
}

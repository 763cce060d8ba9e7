namespace ParityNet.Losses;

/// <summary>The distance of two vectors in a triplet loss.</summary>
public enum Distance
{
    /// <summary><c>‖x − y + 10⁻⁶‖₂</c>: same as <c>torch.nn.PairwiseDistance</c>.</summary>
    Euclidean,

    /// <summary><c>‖x − y + 10⁻⁶‖₁</c>.</summary>
    Manhattan,

    /// <summary><c>Σ(x − y)²</c>.</summary>
    [Option("squared_euclidean")]
    SquaredEuclidean,

    /// <summary><c>1 − x·y/√((‖x‖² + 10⁻¹²)(‖y‖² + 10⁻¹²))</c>.</summary>
    Cosine,
}

namespace ParityNet.Models;

/// <summary>The normalization between a dense layer and its activation.</summary>
public enum Normalization
{
    /// <summary>None.</summary>
    None,

    /// <summary>Batch normalization: each feature over the batch.</summary>
    Batch,

    /// <summary>Layer normalization: each example over its features.</summary>
    Layer,
}

namespace ParityNet.Models;

/// <summary>What a network normalises between a dense layer and its activation.</summary>
public enum Normalization
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Each feature over the batch.</summary>
    Batch,

    /// <summary>Each example over its features.</summary>
    Layer,
}

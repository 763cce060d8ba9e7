namespace ParityNet.Schedules;

/// <summary>The curve by which a schedule anneals one value to another (PyTorch's <c>anneal_strategy</c>).</summary>
public enum Anneal
{
    /// <summary>Half a cosine, flat at both ends.</summary>
    Cos,

    /// <summary>A straight line.</summary>
    Linear,
}

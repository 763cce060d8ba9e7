namespace ParityNet.Models;

/// <summary>Where an argument of a stage comes from.</summary>
public enum StageSource
{
    /// <summary>The parameters, which are trained.</summary>
    Parameter,

    /// <summary>The buffers: state that is saved but not trained.</summary>
    Buffer,

    /// <summary>The masks of a training step.</summary>
    Mask,
}

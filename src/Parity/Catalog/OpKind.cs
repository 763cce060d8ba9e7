namespace ParityNet.Parity;

/// <summary>The kinds of op.</summary>
public enum OpKind
{
    /// <summary>A loss.</summary>
    Loss,

    /// <summary>An activation.</summary>
    Activation,

    /// <summary>A part of a network that is no activation.</summary>
    Layer,

    /// <summary>How parameters start.</summary>
    Initializer,

    /// <summary>An optimizer.</summary>
    Optimizer,

    /// <summary>A learning-rate schedule.</summary>
    Schedule,

    /// <summary>A model.</summary>
    Model,
}

namespace ParityNet.Parity;

/// <summary>The kinds of op.</summary>
public enum OpKind
{
    /// <summary>A loss.</summary>
    Loss,

    /// <summary>An activation.</summary>
    Activation,

    /// <summary>An optimizer.</summary>
    Optimizer,

    /// <summary>A learning-rate schedule.</summary>
    Schedule,

    /// <summary>A model.</summary>
    Model,
}

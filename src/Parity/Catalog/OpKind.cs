namespace ParityNet.Parity;

/// <summary>The kinds of op.</summary>
public enum OpKind
{
    /// <summary>A loss.</summary>
    Loss,

    /// <summary>An activation.</summary>
    Activation,

    /// <summary>A layer of a network, other than an activation.</summary>
    Layer,

    /// <summary>An initializer of parameters.</summary>
    Initializer,

    /// <summary>An optimizer.</summary>
    Optimizer,

    /// <summary>A learning-rate schedule.</summary>
    Schedule,

    /// <summary>A model.</summary>
    Model,

    /// <summary>A minimizer.</summary>
    Minimizer,

    /// <summary>A line search of a minimizer.</summary>
    [Option("line_search")]
    LineSearch,
}

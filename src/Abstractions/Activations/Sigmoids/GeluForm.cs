namespace ParityNet.Activations;

/// <summary>How GELU is computed.</summary>
public enum GeluForm
{
    /// <summary>Exactly, with the normal cumulative distribution function.</summary>
    None,

    /// <summary>Approximately, with a hyperbolic tangent.</summary>
    Tanh,
}

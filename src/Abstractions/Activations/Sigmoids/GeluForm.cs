namespace ParityNet.Activations;

/// <summary>How GELU is computed.</summary>
public enum GeluForm
{
    /// <summary>Exactly, by the normal distribution function.</summary>
    None,

    /// <summary>Approximately, by a hyperbolic tangent.</summary>
    Tanh,
}

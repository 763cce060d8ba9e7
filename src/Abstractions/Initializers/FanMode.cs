namespace ParityNet.Initializers;

/// <summary>Whose variance an initialiser keeps.</summary>
public enum FanMode
{
    /// <summary>That of values on the way forward.</summary>
    FanIn,

    /// <summary>That of gradients on the way back.</summary>
    FanOut,
}

namespace ParityNet.Initializers;

/// <summary>Whose variance an initializer keeps.</summary>
public enum FanMode
{
    /// <summary>That of values on the way forward.</summary>
    [Option("fan_in")]
    FanIn,

    /// <summary>That of gradients on the way back.</summary>
    [Option("fan_out")]
    FanOut,
}

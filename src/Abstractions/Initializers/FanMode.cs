namespace ParityNet.Initializers;

/// <summary>Which variance an initializer preserves.</summary>
public enum FanMode
{
    /// <summary>That of activations in the forward pass.</summary>
    [Option("fan_in")]
    FanIn,

    /// <summary>That of gradients in the backward pass.</summary>
    [Option("fan_out")]
    FanOut,
}

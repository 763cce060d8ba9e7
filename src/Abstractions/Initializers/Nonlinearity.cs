namespace ParityNet.Initializers;

/// <summary>The activation behind a layer, as <c>torch.nn.init.calculate_gain</c> names it.</summary>
public enum Nonlinearity
{
    /// <summary>None; gain 1.</summary>
    Linear,

    /// <summary>The logistic function; gain 1.</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent; gain 5/3.</summary>
    Tanh,

    /// <summary>Gain √2.</summary>
    Relu,

    /// <summary>Slope s on the left; gain √(2/(1 + s²)).</summary>
    [Option("leaky_relu")]
    LeakyRelu,

    /// <summary>Gain ¾.</summary>
    Selu,
}

namespace ParityNet.Initializers;

/// <summary>The activation after a layer, as <c>torch.nn.init.calculate_gain</c> names it.</summary>
public enum Nonlinearity
{
    /// <summary>None; gain 1.</summary>
    Linear,

    /// <summary>None, after a one-dimensional convolution; gain 1.</summary>
    Conv1d,

    /// <summary>None, after a two-dimensional convolution; gain 1.</summary>
    Conv2d,

    /// <summary>None, after a three-dimensional convolution; gain 1.</summary>
    Conv3d,

    /// <summary>None, after a one-dimensional transposed convolution; gain 1.</summary>
    [Option("conv_transpose1d")]
    ConvTranspose1d,

    /// <summary>None, after a two-dimensional transposed convolution; gain 1.</summary>
    [Option("conv_transpose2d")]
    ConvTranspose2d,

    /// <summary>None, after a three-dimensional transposed convolution; gain 1.</summary>
    [Option("conv_transpose3d")]
    ConvTranspose3d,

    /// <summary>The logistic function; gain 1.</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent; gain 5/3.</summary>
    Tanh,

    /// <summary>The rectifier; gain √2.</summary>
    Relu,

    /// <summary>The leaky rectifier, with slope s for negative inputs; gain √(2/(1 + s²)).</summary>
    [Option("leaky_relu")]
    LeakyRelu,

    /// <summary>The scaled exponential linear unit; gain ¾.</summary>
    Selu,
}

namespace ParityNet.Initializers;

/// <summary>The activation behind a layer, as <c>torch.nn.init.calculate_gain</c> names it.</summary>
public enum Nonlinearity
{
    /// <summary>None; gain 1.</summary>
    Linear,

    /// <summary>None, behind a convolution over one dimension; gain 1.</summary>
    Conv1d,

    /// <summary>None, behind a convolution over two dimensions; gain 1.</summary>
    Conv2d,

    /// <summary>None, behind a convolution over three dimensions; gain 1.</summary>
    Conv3d,

    /// <summary>None, behind a transposed convolution over one dimension; gain 1.</summary>
    [Option("conv_transpose1d")]
    ConvTranspose1d,

    /// <summary>None, behind a transposed convolution over two dimensions; gain 1.</summary>
    [Option("conv_transpose2d")]
    ConvTranspose2d,

    /// <summary>None, behind a transposed convolution over three dimensions; gain 1.</summary>
    [Option("conv_transpose3d")]
    ConvTranspose3d,

    /// <summary>The logistic function; gain 1.</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent; gain 5/3.</summary>
    Tanh,

    /// <summary>Gain √2.</summary>
    Relu,

    /// <summary>Derivative s on the left; gain √(2/(1 + s²)).</summary>
    [Option("leaky_relu")]
    LeakyRelu,

    /// <summary>Gain ¾.</summary>
    Selu,
}

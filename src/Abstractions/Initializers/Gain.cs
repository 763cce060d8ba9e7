namespace ParityNet.Initializers;

/// <summary>The factor by which an initializer scales the standard deviation to keep the variance through an activation.</summary>
public static class Gain
{
    /// <summary>The gain of an activation, same as <c>torch.nn.init.calculate_gain</c>.</summary>
    /// <param name="nonlinearity">The activation.</param>
    /// <param name="negativeSlope">s: the slope of LeakyReLU for negative inputs; other activations ignore it.</param>
    /// <returns>The gain.</returns>
    public static double Of(Nonlinearity nonlinearity, double negativeSlope = 0.01) => Require.Defined(nonlinearity, nameof(nonlinearity)) switch
    {
        Nonlinearity.Tanh => 5.0 / 3,
        Nonlinearity.Relu => Math.Sqrt(2),
        Nonlinearity.LeakyRelu => Math.Sqrt(2 / (1 + negativeSlope * negativeSlope)),
        Nonlinearity.Selu => 0.75,
        _ => 1,
    };
}

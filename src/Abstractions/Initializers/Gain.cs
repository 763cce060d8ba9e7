namespace ParityNet.Initializers;

/// <summary>What a weight's deviation is multiplied by to make up for what the activation takes away.</summary>
public static class Gain
{
    /// <summary>The gain of an activation, as <c>torch.nn.init.calculate_gain</c>.</summary>
    /// <param name="nonlinearity">The activation.</param>
    /// <param name="negativeSlope">s, the derivative on the left of a leaky ReLU; of no matter to others.</param>
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

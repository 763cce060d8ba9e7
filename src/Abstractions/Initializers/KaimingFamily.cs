namespace ParityNet.Initializers;

/// <summary>The base of the Kaiming initializers, which keep the variance through a layer that is followed by a rectifier.</summary>
public abstract record KaimingFamily : InitializerSpec
{
    /// <summary>Builds an initializer of the family.</summary>
    /// <param name="negativeSlope">a: the slope of LeakyReLU for negative inputs; finite.</param>
    /// <param name="mode">Which variance is kept.</param>
    /// <param name="nonlinearity">The activation after the layer.</param>
    protected KaimingFamily(double negativeSlope, FanMode mode, Nonlinearity nonlinearity) =>
        (NegativeSlope, Mode, Nonlinearity) = (negativeSlope, mode, nonlinearity);

    /// <summary>The slope of LeakyReLU for negative inputs; finite.</summary>
    [Option("a")]
    public double NegativeSlope { get; init => field = Require.Finite(value); }

    /// <summary>Which variance is kept.</summary>
    public FanMode Mode { get; init => field = Require.Defined(value); }

    /// <summary>The activation after the layer.</summary>
    public Nonlinearity Nonlinearity { get; init => field = Require.Defined(value); }

    /// <inheritdoc/>
    public override void Check(ReadOnlySpan<nint> shape) => CheckMatrix(shape);

    /// <summary>The gain of the activation times <c>√(share/fan)</c>.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="share">The numerator above the fan; greater than 0.</param>
    /// <returns>The number.</returns>
    protected double Spread(ReadOnlySpan<nint> shape, double share) =>
        Gain.Of(Nonlinearity, NegativeSlope) * Math.Sqrt(share / Fan.Of(shape).By(Mode));
}

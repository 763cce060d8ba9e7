using System.Collections.Immutable;

namespace ParityNet.Initializers;

/// <summary>Kaiming (He) uniform initialization: keeps the variance through a layer that is followed by a rectifier.</summary>
/// <remarks>
/// Uniform on <c>±g·√(3/fan)</c>, where fan is that of <paramref name="Mode"/> and g the gain of the activation; dimensions are outputs,
/// inputs, and then the receptive field. K. He and others, 2015. Same distribution as <c>torch.nn.init.kaiming_uniform_</c>.
/// </remarks>
/// <param name="NegativeSlope">a: the slope of LeakyReLU for negative inputs; finite.</param>
/// <param name="Mode">Which variance is kept.</param>
/// <param name="Nonlinearity">The activation after the layer.</param>
public sealed record KaimingUniform(
    double NegativeSlope = 0, FanMode Mode = FanMode.FanIn, Nonlinearity Nonlinearity = Nonlinearity.LeakyRelu)
    : KaimingFamily(NegativeSlope, Mode, Nonlinearity), IShowsExamples<InitializerSpec>
{
    /// <inheritdoc/>
    public override string Name => "kaiming_uniform";

    /// <inheritdoc/>
    public static ImmutableArray<InitializerSpec> Examples =>
        [new KaimingUniform(), new KaimingUniform(Math.Sqrt(5)), new KaimingUniform(Mode: FanMode.FanOut, Nonlinearity: Nonlinearity.Relu)];

    /// <inheritdoc/>
    protected override void Fill(Span<double> numbers, ReadOnlySpan<nint> shape, Xoshiro random) => FillUniform(numbers, Spread(shape, 3), random);
}

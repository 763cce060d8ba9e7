using System.Collections.Immutable;

namespace ParityNet.Initializers;

/// <summary>Kaiming (He) normal initialization: keeps the variance through a layer that is followed by a rectifier.</summary>
/// <remarks>
/// Normal with <c>σ = g/√fan</c>, where fan is that of <paramref name="Mode"/> and g the gain of the activation; dimensions are outputs,
/// inputs, and then the receptive field. K. He and others, 2015. Same distribution as <c>torch.nn.init.kaiming_normal_</c>.
/// </remarks>
/// <param name="NegativeSlope">a: the slope of LeakyReLU for negative inputs; finite.</param>
/// <param name="Mode">Which variance is kept.</param>
/// <param name="Nonlinearity">The activation after the layer.</param>
public sealed record KaimingNormal(
    double NegativeSlope = 0, FanMode Mode = FanMode.FanIn, Nonlinearity Nonlinearity = Nonlinearity.LeakyRelu)
    : KaimingFamily(NegativeSlope, Mode, Nonlinearity), IShowsExamples<InitializerSpec>
{
    /// <inheritdoc/>
    public override string Name => "kaiming_normal";

    /// <inheritdoc/>
    public static ImmutableArray<InitializerSpec> Examples =>
        [new KaimingNormal(), new KaimingNormal(Math.Sqrt(5)), new KaimingNormal(Mode: FanMode.FanOut, Nonlinearity: Nonlinearity.Relu)];

    /// <inheritdoc/>
    protected override void Fill(Span<double> numbers, ReadOnlySpan<nint> shape, Xoshiro random) => FillNormal(numbers, Spread(shape, 1), random);
}

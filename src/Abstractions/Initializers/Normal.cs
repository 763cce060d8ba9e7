using System.Collections.Immutable;

namespace ParityNet.Initializers;

/// <summary>Normally distributed numbers.</summary>
/// <remarks><c>μ + σz</c> with z standard normal. Same distribution as <c>torch.nn.init.normal_</c>.</remarks>
/// <param name="Mean">μ: the mean; finite.</param>
/// <param name="StandardDeviation">σ: the standard deviation; at least 0.</param>
public sealed record Normal(double Mean = 0, double StandardDeviation = 1) : InitializerSpec, IShowsExamples<InitializerSpec>
{
    /// <summary>μ: the mean; finite.</summary>
    public double Mean { get; init => field = Require.Finite(value); } = Require.Finite(Mean);

    /// <summary>σ: the standard deviation; at least 0.</summary>
    [Option("std")]
    public double StandardDeviation { get; init => field = Require.NotNegative(value); } = Require.NotNegative(StandardDeviation);

    /// <inheritdoc/>
    public override string Name => "normal";

    /// <inheritdoc/>
    public static ImmutableArray<InitializerSpec> Examples => [new Normal(), new Normal(1, 0.02)];

    /// <inheritdoc/>
    protected override void Fill(Span<double> numbers, ReadOnlySpan<nint> shape, Xoshiro random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref double number in numbers)
            number = Mean + StandardDeviation * random.NextNormal();
    }
}

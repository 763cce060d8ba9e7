using System.Collections.Immutable;

namespace ParityNet.Initializers;

/// <summary>Uniformly distributed numbers from an interval.</summary>
/// <remarks><c>a + (b − a)·u</c> with u uniform from 0 to 1. Same distribution as <c>torch.nn.init.uniform_</c>.</remarks>
/// <param name="Low">a: the lower bound, included; finite.</param>
/// <param name="High">b: the upper bound, excluded; finite, at least <paramref name="Low"/>.</param>
public sealed record Uniform(double Low = 0, double High = 1) : InitializerSpec, IShowsExamples<InitializerSpec>
{
    /// <summary>The lower bound, included.</summary>
    [Option("a")]
    public double Low { get; } = Require.Finite(Low);

    /// <summary>The upper bound, excluded.</summary>
    [Option("b")]
    public double High { get; } = Bounds.Ordered(Low, Require.Finite(High), nameof(High), nameof(Low));

    /// <inheritdoc/>
    public override string Name => "uniform";

    /// <inheritdoc/>
    public static ImmutableArray<InitializerSpec> Examples => [new Uniform(), new Uniform(-0.5, 2)];

    /// <inheritdoc/>
    protected override void Fill(Span<double> numbers, ReadOnlySpan<nint> shape, Xoshiro random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref double number in numbers)
            number = Low + (High - Low) * random.NextUnit();
    }
}

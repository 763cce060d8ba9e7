using System.Collections.Immutable;

namespace ParityNet.Initializers;

/// <summary>Normally distributed numbers, of which those outside an interval are drawn again.</summary>
/// <remarks>
/// Density in proportion to <c>e^(−(x − μ)²/2σ²)</c> from a to b, else 0. Same distribution as <c>torch.nn.init.trunc_normal_</c>; the ends are numbers, not multiples of σ. An interval in the tail is drawn by
/// exponential proposals (C. P. Robert, 1995). TorchSharp's function of that name returns σ everywhere.
/// </remarks>
/// <param name="Mean">μ before the cut; finite.</param>
/// <param name="StandardDeviation">σ before the cut; greater than 0.</param>
/// <param name="Low">a: the smallest number; finite.</param>
/// <param name="High">b: the largest; greater than <paramref name="Low"/>.</param>
public sealed record TruncatedNormal(double Mean = 0, double StandardDeviation = 1, double Low = -2, double High = 2)
    : InitializerSpec, IShowsExamples<InitializerSpec>
{
    /// <summary>μ before the cut; finite.</summary>
    public double Mean { get; init => field = Require.Finite(value); } = Require.Finite(Mean);

    /// <summary>σ before the cut; greater than 0.</summary>
    [Option("std")]
    public double StandardDeviation { get; init => field = Require.Positive(value); } = Require.Positive(StandardDeviation);

    /// <summary>The smallest number.</summary>
    [Option("a")]
    public double Low { get; } = Require.Finite(Low);

    /// <summary>The largest number.</summary>
    [Option("b")]
    public double High { get; } = Bounds.Apart(Low, Require.Finite(High), nameof(High), nameof(Low));

    /// <inheritdoc/>
    public override string Name => "trunc_normal";

    /// <inheritdoc/>
    public static ImmutableArray<InitializerSpec> Examples =>
        [new TruncatedNormal(), new TruncatedNormal(0, 0.02, -0.04, 0.04), new TruncatedNormal(1, 1, 4, 5)];

    /// <inheritdoc/>
    protected override void Fill(Span<double> numbers, ReadOnlySpan<nint> shape, Xoshiro random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double low = (Low - Mean) / StandardDeviation, high = (High - Mean) / StandardDeviation;
        foreach (ref double number in numbers)
            number = Math.Clamp(Mean + StandardDeviation * Between(low, high, random), Low, High);
    }

    // A standard normal number between two ends.
    static double Between(double low, double high, Xoshiro random)
    {
        if (high < 0)
            return -Between(-high, -low, random);
        while (true)
        {
            // The nearer to the middle the interval lies, and the wider it is, the more of plain normal numbers fall into it.
            (double x, double accept) = low <= 0 && high - low > 1 ? (random.NextNormal(), 1)
                : low > 0 && high - low > 1 / low ? Exponential(low, random)
                : Even(low, high, random);
            if (x >= low && x <= high && (accept >= 1 || random.NextUnit() < accept))
                return x;
        }
    }

    // Density λe^(−λ(x − a)) with λ = a, under which the normal density is e^(−(x − a)²/2).
    static (double X, double Accept) Exponential(double low, Xoshiro random)
    {
        double beyond = -PortableMath.Log(1 - random.NextUnit()) / low;
        return (low + beyond, PortableMath.Exp(-beyond * beyond / 2));
    }

    static (double X, double Accept) Even(double low, double high, Xoshiro random)
    {
        double x = low + (high - low) * random.NextUnit(), nearest = Math.Max(low, 0);
        return (x, PortableMath.Exp((nearest - x) * (nearest + x) / 2));
    }
}

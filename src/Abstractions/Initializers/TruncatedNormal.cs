using System.Collections.Immutable;

namespace ParityNet.Initializers;

/// <summary>Normally distributed numbers, truncated to an interval.</summary>
/// <remarks>
/// Density proportional to <c>e^(−(x − μ)²/2σ²)</c> from a to b, else 0. Same distribution as <c>torch.nn.init.trunc_normal_</c>; the
/// bounds are values, not multiples of σ. An interval in the tail is sampled with exponential proposals (C. P. Robert, 1995). TorchSharp's
/// function of that name returns σ everywhere where μ is 0.
/// </remarks>
/// <param name="Mean">μ: the mean before truncation; finite.</param>
/// <param name="StandardDeviation">σ: the standard deviation before truncation; greater than 0.</param>
/// <param name="Low">a: the lower bound; finite.</param>
/// <param name="High">b: the upper bound; finite, greater than <paramref name="Low"/>.</param>
public sealed record TruncatedNormal(double Mean = 0, double StandardDeviation = 1, double Low = -2, double High = 2)
    : InitializerSpec, IShowsExamples<InitializerSpec>
{
    /// <summary>μ: the mean before truncation; finite.</summary>
    public double Mean { get; init => field = Require.Finite(value); } = Require.Finite(Mean);

    /// <summary>σ: the standard deviation before truncation; greater than 0.</summary>
    [Option("std")]
    public double StandardDeviation { get; init => field = Require.Positive(value); } = Require.Positive(StandardDeviation);

    /// <summary>The lower bound.</summary>
    [Option("a")]
    public double Low { get; } = Require.Finite(Low);

    /// <summary>The upper bound.</summary>
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

    // A standard normal number between two bounds, by rejection.
    static double Between(double low, double high, Xoshiro random)
    {
        if (high < 0)
            return -Between(-high, -low, random);
        while (true)
        {
            // The proposal with a high acceptance rate: normal for a wide interval around 0, exponential for a wide one in the tail, else
            // uniform.
            (double x, double accept) = low <= 0 && high - low > 1 ? (random.NextNormal(), 1)
                : low > 0 && high - low > 1 / low ? Exponential(low, random)
                : Even(low, high, random);
            if (x >= low && x <= high && (accept >= 1 || random.NextUnit() < accept))
                return x;
        }
    }

    // The proposal has the density λe^(−λ(x − a)) with λ = a; the normal density divided by it is proportional to e^(−(x − a)²/2).
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

using System.Globalization;
using System.Numerics;

namespace ParityNet.Parity.Laws;

/// <summary>Holds drawn numbers against a distribution, by inequalities that hold for every number of draws.</summary>
/// <param name="law">The distribution.</param>
/// <param name="falseAlarm">The probability with which each of the tests may call right draws wrong.</param>
sealed class DrawTests(Distribution law, double falseAlarm)
{
    /// <summary>The number of tests by chance; that of the support is exact.</summary>
    public const int Count = 5;

    readonly double rare = Math.Log(2 / falseAlarm);

    /// <summary>How the numbers differ from the distribution; null where they do not.</summary>
    public string? Difference<T>(T[] drawn) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] sorted = [.. drawn.Order()];
        // A draw is rounded to the type, so it may be any number that rounds to it.
        double[] low = [.. sorted.Select(x => double.CreateChecked(T.BitDecrement(x)))];
        double[] high = [.. sorted.Select(x => double.CreateChecked(T.BitIncrement(x)))];
        return Support(sorted) ?? Ends(low, high) ?? Near(low, high) ?? Moments([.. sorted.Select(double.CreateChecked)]);
    }

    string? Support<T>(T[] sorted) where T : unmanaged, IFloatingPointIeee754<T>
    {
        // A bound from a gain and a fan, and low + (high − low)·u, take at most ten roundings of the type.
        double slack = double.IsFinite(law.Most)
            ? 10 * Math.Max(Math.Abs(law.Smallest), Math.Abs(law.Most)) * Math.ScaleB(1, typeof(T) == typeof(float) ? -24 : -53) : 0;
        foreach (double x in (double[])[double.CreateChecked(sorted[0]), double.CreateChecked(sorted[^1])])
            if (!(x >= law.Smallest - slack && x <= law.Most + slack))
                return string.Create(CultureInfo.InvariantCulture, $"every number must lie from {law.Smallest:R} to {law.Most:R}, got {x:R}.");
        return null;
    }

    // P(no number in the last part p of the support) = (1 − p)ⁿ ≤ e^(−np).
    string? Ends(double[] low, double[] high)
    {
        double part = rare / low.Length;
        if (!double.IsFinite(law.Most) || part >= 1)
            return null;
        return law.Below(high[^1]) < 1 - part ? Far("upper", law.Most, "most", high[^1])
            : law.Below(low[0]) > part ? Far("lower", law.Smallest, "least", low[0]) : null;
    }

    // Kolmogorov and Smirnov's distance. A. Dvoretzky, J. Kiefer and J. Wolfowitz, 1956, P. Massart, 1990: P(sup |Fₙ − F| > ε) ≤ 2e^(−2nε²).
    string? Near(double[] low, double[] high)
    {
        double n = low.Length, most = Math.Sqrt(rare / (2 * n)), largest = 0;
        for (int i = 0; i < low.Length; i++)
            largest = Math.Max(largest, Math.Max(law.Below(low[i]) - i / n, (i + 1) / n - law.Below(high[i])));
        return largest <= most ? null : string.Create(CultureInfo.InvariantCulture,
            $"the distribution of {low.Length} numbers must be near the formula's: expected a distance of at most {most:G3}, got {largest:G3}.");
    }

    // Of bounded numbers W. Hoeffding, 1963: P(|mean − μ| > t) ≤ 2e^(−2nt²/(b − a)²). Of normal ones the tail of the mean, and of their squares
    // B. Laurent and P. Massart, 2000: P(|χ² − n| > 2√(nx) + 2x) ≤ 2e^(−x).
    string? Moments(double[] drawn)
    {
        bool isBounded = double.IsFinite(law.Most);
        double n = drawn.Length, hoeffding = Math.Sqrt(rare / (2 * n));
        double far = Math.Max(Math.Abs(law.Most - law.Mean), Math.Abs(law.Smallest - law.Mean));
        double mean = drawn.Average(), square = drawn.Average(x => (x - law.Mean) * (x - law.Mean));
        double meanMost = isBounded ? (law.Most - law.Smallest) * hoeffding : Math.Sqrt(law.Variance * 2 * rare / n);
        double squareMost = isBounded ? far * far * hoeffding : law.Variance * (2 * Math.Sqrt(rare / n) + 2 * rare / n);
        return !(Math.Abs(mean - law.Mean) <= meanMost) ? Wrong("mean", law.Mean, meanMost, mean)
            : !(Math.Abs(square - law.Variance) <= squareMost) ? Wrong("variance", law.Variance, squareMost, square) : null;
    }

    static string Far(string which, double bound, string end, double got) => string.Create(CultureInfo.InvariantCulture,
        $"numbers must come near the {which} bound: expected some near {bound:G6}, got at {end} {got:G6}.");

    static string Wrong(string moment, double expected, double most, double got) => string.Create(CultureInfo.InvariantCulture,
        $"the {moment} must be the formula's: expected {expected:G6} ± {most:G3}, got {got:G6}.");
}

namespace ParityNet.Cli.Training;

/// <summary>Standardization of numbers to mean 0 and standard deviation 1.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The population standard deviation; greater than 0.</param>
sealed record Standard(double Mean, double StandardDeviation)
{
    /// <summary>The standardization of some numbers.</summary>
    /// <returns>The standardization; null where the numbers are all equal, or their squares overflow.</returns>
    public static Standard? Of(IEnumerable<double> numbers)
    {
        double[] values = [.. numbers];
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        // Rounding errors may give equal numbers a deviation other than 0.
        return values.All(value => value == values[0]) || !double.IsFinite(deviation) || deviation == 0 ? null : new Standard(mean, deviation);
    }

    /// <summary>Standardizes a number.</summary>
    public double Scaled(double value) => (value - Mean) / StandardDeviation;

    /// <summary>Converts a standardized number back.</summary>
    public double Original(double scaled) => scaled * StandardDeviation + Mean;
}

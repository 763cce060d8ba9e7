namespace ParityNet.Cli.Training;

/// <summary>Mean and deviation, and the scale on which they are 0 and 1.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The root of the mean square deviation; greater than 0.</param>
sealed record Standard(double Mean, double StandardDeviation)
{
    /// <summary>Measures numbers.</summary>
    /// <returns>Null where they are all the same, or too large to square.</returns>
    public static Standard? Of(IEnumerable<double> numbers)
    {
        double[] values = [.. numbers];
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        // Equal numbers may leave a deviation of rounding errors.
        return values.All(value => value == values[0]) || !double.IsFinite(deviation) || deviation == 0 ? null : new Standard(mean, deviation);
    }

    /// <summary>A number on the standard scale.</summary>
    public double Scaled(double value) => (value - Mean) / StandardDeviation;

    /// <summary>A number of the standard scale on its own.</summary>
    public double Original(double scaled) => scaled * StandardDeviation + Mean;
}

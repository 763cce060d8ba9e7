namespace ParityNet.Cli.Training;

/// <summary>Standardization of numbers to mean 0 and standard deviation 1.</summary>
/// <remarks>
/// It is computed on the numbers divided by a power of two that brings the largest size to between 1 and 2, so that neither sums nor squares
/// leave the range of doubles.
/// </remarks>
/// <param name="Mean">The mean of the numbers divided by 2^<paramref name="Exponent"/>.</param>
/// <param name="StandardDeviation">Their population standard deviation; greater than 0.</param>
/// <param name="Exponent">The exponent.</param>
sealed record Standard(double Mean, double StandardDeviation, int Exponent)
{
    /// <summary>The standardization of some numbers.</summary>
    /// <param name="numbers">Finite numbers.</param>
    /// <returns>The standardization; null where the numbers are all equal or there are none.</returns>
    public static Standard? Of(IEnumerable<double> numbers)
    {
        double[] all = [.. numbers];
        if (all.Length == 0 || all.All(value => value == all[0]))
            return null;
        int exponent = Math.ILogB(all.Max(Math.Abs));
        double[] values = [.. all.Select(value => Math.ScaleB(value, -exponent))];
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return new Standard(mean, deviation, exponent);
    }

    /// <summary>Standardizes a number.</summary>
    public double Scaled(double value) => (Math.ScaleB(value, -Exponent) - Mean) / StandardDeviation;

    /// <summary>Converts a standardized number back.</summary>
    public double Original(double scaled) => Math.ScaleB(scaled * StandardDeviation + Mean, Exponent);
}

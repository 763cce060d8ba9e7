namespace ParityNet.Initializers;

/// <summary>Checks of intervals.</summary>
static class Bounds
{
    /// <summary>Requires an upper end that is not below the lower one.</summary>
    public static double Ordered(double low, double high, string highName, string lowName) => high >= low
        ? high
        : throw new ArgumentOutOfRangeException(null,
            FormattableString.Invariant($"{highName} must be at least {lowName}: expected {low} or more, got {high}."));

    /// <summary>Requires an upper end above the lower one.</summary>
    public static double Apart(double low, double high, string highName, string lowName) => high > low
        ? high
        : throw new ArgumentOutOfRangeException(null,
            FormattableString.Invariant($"{highName} must be greater than {lowName}: expected more than {low}, got {high}."));
}

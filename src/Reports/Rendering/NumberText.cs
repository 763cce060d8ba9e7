using System.Globalization;

namespace ParityNet.Reports.Rendering;

/// <summary>Formats numbers for readers; the JSON has the exact ones.</summary>
static class NumberText
{
    public static string Count(long n) => n.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: <c>1 case</c>, <c>1,200 cases</c>.</summary>
    public static string Count(long n, string noun) => $"{Count(n)} {noun}{(n == 1 ? "" : "s")}";

    public static string Ulps(double ulps) => ulps switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "∞",
        0 => "0",
        < 0.001 => "<0.001",
        < 10 => Text(ulps, ulps < 0.1 ? "0.000" : "0.00"),
        < 100 => Text(ulps, "0.0"),
        < 1e5 => Text(ulps, "N0"),
        _ => Text(ulps, "0.0e+0").Replace("e+", "e", StringComparison.Ordinal),
    };

    /// <summary>A percentage without the % sign; 0 or 100 only where it is exactly that.</summary>
    public static string Percent(double percent) => percent switch
    {
        0 => "0",
        100 => "100",
        < 0.01 => "<0.01",
        > 99.99 => ">99.99",
        _ => Text(percent, "0.00"),
    };

    public static string Share(long part, long whole) => whole == 0 ? "0" : Percent(100.0 * part / whole);

    /// <summary>Six significant digits.</summary>
    public static string Real(double value)
    {
        if (double.IsInfinity(value))
            return value > 0 ? "∞" : "−∞";
        double size = Math.Abs(value);
        return size is 0 or (>= 1e-3 and < 1e6)
            ? double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                .ToString("#,0.########", CultureInfo.InvariantCulture)
            : value.ToString("0.###e+0", CultureInfo.InvariantCulture).Replace("e+", "e", StringComparison.Ordinal);
    }

    /// <summary>The shortest digits that round-trip.</summary>
    public static string Full(double value) => double.IsInfinity(value) ? Real(value) : value.ToString("R", CultureInfo.InvariantCulture);

    static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

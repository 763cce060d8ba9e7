using System.Globalization;
using ParityNet.Reports;

namespace ParityNet.Cli.Output;

/// <summary>Formats numbers for a terminal.</summary>
static class TerminalNumber
{
    /// <summary>A few significant digits.</summary>
    public static string Short(double number) => double.IsNaN(number) ? "—" : Math.Abs(number) switch
    {
        >= 1e6 or (> 0 and < 1e-3) => number.ToString("0.###e+0", CultureInfo.InvariantCulture),
        >= 100 => number.ToString("0.#", CultureInfo.InvariantCulture),
        _ => number.ToString("0.####", CultureInfo.InvariantCulture),
    };

    /// <summary>A count with its noun: <c>1 case</c>, <c>1200 cases</c>.</summary>
    public static string Count(long n, string noun) => FormattableString.Invariant($"{n} {noun}{(n == 1 ? "" : "s")}");

    /// <summary>The shortest digits that round-trip, and the bits as a hexadecimal floating-point literal.</summary>
    public static string Exact(double number, bool single)
    {
        NumberReport both = NumberReport.From("", number, single);
        return $"{both.Decimal} ({both.Hex})";
    }
}

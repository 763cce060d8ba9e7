using System.Globalization;
using System.Text.RegularExpressions;

namespace ParityNet.Cli.Training;

/// <summary>Reads the numbers of a column in a convention other than 1234.5, where all of its cells follow one.</summary>
static partial class Numerals
{
    /// <summary>The numbers of cells with a decimal comma, or with thousands separators; null where the cells follow no single convention.</summary>
    /// <remarks>1,234 alone is a decimal in one convention and a thousand in another: without a cell that decides there is none.</remarks>
    public static double[]? Read(IReadOnlyList<string> cells)
    {
        bool comma = cells.All(cell => Plain.IsMatch(cell) || DecimalComma.IsMatch(cell))
            && cells.Any(cell => DecimalComma.IsMatch(cell) && !Grouped.IsMatch(cell));
        bool grouped = cells.All(cell => Plain.IsMatch(cell) || Grouped.IsMatch(cell))
            && cells.Any(cell => Grouped.IsMatch(cell) && !DecimalComma.IsMatch(cell));
        if (comma == grouped)
            return null;
        return [.. cells.Select(cell => double.Parse(
            comma ? cell.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : cell.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.Float, CultureInfo.InvariantCulture))];
    }

    /// <summary>Whether a cell is meant as a number, with separators, a currency or a percent sign.</summary>
    public static bool IsMeant(string cell) => Meant.IsMatch(cell);

    [GeneratedRegex(@"^[+-]?\d+$")]
    static partial Regex Plain { get; }

    [GeneratedRegex(@"^[+-]?(\d{1,3}(\.\d{3})+|\d+),\d+$")]
    static partial Regex DecimalComma { get; }

    [GeneratedRegex(@"^[+-]?(\d{1,3}(,\d{3})+(\.\d+)?|\d+\.\d+)$")]
    static partial Regex Grouped { get; }

    [GeneratedRegex(@"^[+-]?\s*[$€£¥]?\s*[+-]?\d[\d.,' \u00a0]*\s*[$€£¥%]?$")]
    static partial Regex Meant { get; }
}

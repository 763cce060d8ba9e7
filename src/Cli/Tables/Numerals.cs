using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ParityNet.Cli.Tables;

/// <summary>
/// Reads numbers as people write them: with a decimal point or comma, separators of thousands, a currency or percent sign, and negative
/// amounts in parentheses.
/// </summary>
static partial class Numerals
{
    // Of these most cells are, which need no more than .NET's own parser.
    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.eE+-");

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="mark">The decimal mark, <c>.</c> or <c>,</c>; the other one separates thousands.</param>
    /// <returns>The number, which may be infinite; null where the cell is none in this convention.</returns>
    public static Numeral? Read(string cell, char mark)
    {
        if (mark == '.' && !cell.AsSpan().ContainsAnyExcept(Digits))
            return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double plain) ? new(plain, "") : null;
        Match match = (mark == '.' ? Point : Comma).Match(cell);
        if (!match.Success || (match.Groups["open"].Success != match.Groups["close"].Success)
            || (match.Groups["before"].Success && match.Groups["after"].Success))
            return null;
        string digits = string.Concat(match.Groups["digits"].Value.Where(char.IsAsciiDigit)),
            fraction = match.Groups["fraction"].Value, power = match.Groups["power"].Value;
        if (digits.Length + fraction.Length == 0)
            return null;
        double size = double.Parse($"{digits}.{fraction}0{power}", NumberStyles.Float, CultureInfo.InvariantCulture);
        bool negative = match.Groups["open"].Success || match.Groups["sign"].Value is "-" or "\u2212";
        return new(negative ? -size : size, match.Groups["before"].Value + match.Groups["after"].Value);
    }

    /// <summary>Whether a cell is meant as a number, though it may be none: digits with separators, a currency, a percent sign or a time.</summary>
    public static bool IsMeant(string cell) => Meant.IsMatch(cell);

    /// <summary>Whether a cell is a number with a unit behind it: 12 kg.</summary>
    public static bool HasUnit(string cell) => WithUnit.IsMatch(cell);

    /// <summary>Whether a cell is a code rather than a number: digits that start with 0.</summary>
    public static bool IsCode(string cell) => cell.Length > 1 && cell[0] == '0' && cell.All(char.IsAsciiDigit);

    const string Currency = @"(US\$|R\$|[\p{Sc}]|USD|EUR|GBP|JPY|CHF|CNY|INR|CAD|AUD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|ZAR|kr\.?|zł|Kč|Ft)";

    const string Space = @"[ \u00A0\u202F\u2009]";

    const string Start = @"^(?<open>\()?(?<sign>[+\-\u2212])?(" + Space + @"*(?<before>" + Currency + ")" + Space + @"*(?<sign>[+\-\u2212])?)?";

    const string Finish = @"(?<power>[eE][+-]?\d{1,9})?(" + Space + @"*(?<after>" + Currency + @"|[%\u2030]))?(?<close>\))?\z";

    // Thousands are separated by one character throughout; India's lakhs by groups of two digits.
    [GeneratedRegex(Start + @"(?<digits>[1-9]\d{0,2}(?<group>[,'’]|" + Space + @")\d{3}(\k<group>\d{3})*|[1-9]\d?(,\d{2})+,\d{3}|\d*)"
        + @"(\.(?<fraction>\d*))?" + Finish, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    static partial Regex Point { get; }

    [GeneratedRegex(Start + @"(?<digits>[1-9]\d{0,2}(?<group>[.'’]|" + Space + @")\d{3}(\k<group>\d{3})*|\d*)"
        + @"(,(?<fraction>\d*))?" + Finish, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    static partial Regex Comma { get; }

    [GeneratedRegex(@"^[+\-\u2212(~<>≤≥≈±]*" + Space + @"*[\p{Sc}]?" + Space
        + @"*[+\-\u2212]?\d[\d.,:'’ \u00A0\u202F]*" + Space + @"*[\p{Sc}%\u2030)\-\u2212]*\z")]
    static partial Regex Meant { get; }

    [GeneratedRegex(@"^[+\-\u2212]?\d[\d.,]*" + Space + @"*\p{L}[\p{L}/²³°]*\z")]
    static partial Regex WithUnit { get; }
}

using System.Globalization;
using ParityNet.Parity.Cases;

namespace ParityNet.Reports;

/// <summary>A number in decimal and in hexadecimal.</summary>
/// <param name="Of">Whose number it is: a backend, or <c>definition</c>.</param>
/// <param name="Decimal">The shortest decimal form that reads back to the same bits.</param>
/// <param name="Hex">The same number as a hexadecimal float, as in C.</param>
public sealed record NumberReport(string Of, string Decimal, string Hex)
{
    /// <summary>A number in both forms.</summary>
    /// <param name="of">Whose number it is.</param>
    /// <param name="value">The number.</param>
    /// <param name="single">Whether it is a <c>float</c>, so that its decimal form has fewer digits.</param>
    /// <returns>The number.</returns>
    public static NumberReport From(string of, double value, bool single) => new(
        of, single ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture), ElementType.Hex(value));
}

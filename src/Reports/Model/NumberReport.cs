using System.Globalization;
using ParityNet.Parity.Cases;

namespace ParityNet.Reports;

/// <summary>A number in decimal and in hexadecimal.</summary>
/// <param name="Of">The origin of the number: a backend, or <c>definition</c>.</param>
/// <param name="Decimal">The shortest decimal form that round-trips to the same bits.</param>
/// <param name="Hex">The number as a hexadecimal floating-point literal, as in C.</param>
public sealed record NumberReport(string Of, string Decimal, string Hex)
{
    /// <summary>A number in both forms.</summary>
    /// <param name="of">The origin of the number.</param>
    /// <param name="value">The number.</param>
    /// <param name="single">Whether the number is a <c>float</c>, whose decimal form has fewer digits.</param>
    /// <returns>The number.</returns>
    public static NumberReport From(string of, double value, bool single) => new(
        of, single ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture),
            ElementType.Hex(value));
}

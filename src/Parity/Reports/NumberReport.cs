namespace ParityNet.Parity.Reports;

/// <summary>A number in decimal and in hexadecimal.</summary>
/// <param name="Of">Whose number it is: a backend, or <c>definition</c>.</param>
/// <param name="Decimal">The shortest decimal form that reads back to the same bits.</param>
/// <param name="Hex">The same number as a hexadecimal float, as in C.</param>
public sealed record NumberReport(string Of, string Decimal, string Hex);

using ParityNet.Cli.Tables;

namespace ParityNet.Cli.Tests.Tables;

public class NumeralsTests
{
    public static TheoryData<string, char, double?, string> Cells => new()
    {
        { "1,5", ',', 1.5, "" },
        { "1.234,5", ',', 1234.5, "" },
        { "1.234", ',', 1234, "" },
        { "1.234", '.', 1.234, "" },
        { "0.123", ',', null, "" },
        { "12.5", ',', null, "" },
        { "1,234.5", '.', 1234.5, "" },
        { "1,234,567", '.', 1234567, "" },
        { "12,34,567", '.', 1234567, "" },
        { "1,23,4", '.', null, "" },
        { "1,5", '.', null, "" },
        { "1 234,5", ',', 1234.5, "" },
        { "1\u00A0234.5", '.', 1234.5, "" },
        { "1'234.5", '.', 1234.5, "" },
        { "1'234 567", '.', null, "" },
        { "-3", '.', -3, "" },
        { "\u22123", '.', -3, "" },
        { "+.5", '.', 0.5, "" },
        { "5.", '.', 5, "" },
        { "1e-300", '.', 1e-300, "" },
        { "1E+5", ',', 1e5, "" },
        { "1e999", '.', double.PositiveInfinity, "" },
        { "(1,234.50)", '.', -1234.5, "" },
        { "(5", '.', null, "" },
        { "$1,200", '.', 1200, "$" },
        { "-$5", '.', -5, "$" },
        { "$-5", '.', -5, "$" },
        { "1.234,50 €", ',', 1234.5, "€" },
        { "12.5 %", '.', 12.5, "%" },
        { "$5%", '.', null, "" },
        { "USD 3", '.', 3, "USD" },
        { "", '.', null, "" },
        { ".", '.', null, "" },
        { "-", '.', null, "" },
        { "e5", '.', null, "" },
        { "NaN", '.', null, "" },
        { "12 kg", '.', null, "" },
        { "0x10", '.', null, "" },
        { "1\n", '.', null, "" },
    };

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_is_a_number_in_the_convention_of_its_column(string cell, char mark, double? value, string unit) =>
        Assert.Equal(value is { } number ? new Numeral(number, unit) : null, Numerals.Read(cell, mark));
}

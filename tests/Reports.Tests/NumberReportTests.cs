using Xunit;

namespace ParityNet.Reports.Tests;

public class NumberReportTests
{
    [Theory]
    [InlineData(1, "0x1p+0")]
    [InlineData(-0.0, "-0x0p+0")]
    [InlineData(0.1, "0x1.999999999999ap-4")]
    [InlineData(-2.5, "-0x1.4p+1")]
    [InlineData(double.MaxValue, "0x1.fffffffffffffp+1023")]
    [InlineData(double.Epsilon, "0x0.0000000000001p-1022")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Hexadecimal_numbers_are_those_of_C(double number, string text) => Assert.Equal(text, NumberReport.From("", number, false).Hex);
}

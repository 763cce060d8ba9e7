using ParityNet.Cli.Training;

namespace ParityNet.Cli.Tests.Training;

public class NumeralsTests
{
    public static TheoryData<string[], double[]?> Columns => new()
    {
        { ["1,5", "2", "-0,25"], [1.5, 2, -0.25] },
        { ["1.234,5", "2,25"], [1234.5, 2.25] },
        { ["1,234.5", "12.5", "7"], [1234.5, 12.5, 7] },
        { ["1,234,567", "1,000"], [1234567, 1000] },
        { ["1,234", "2,345"], null },
        { ["1,5", "1,234.5"], null },
        { ["1,5", "red"], null },
        { ["1,23,4"], null },
    };

    [Theory, MemberData(nameof(Columns))]
    public void A_column_is_read_in_the_one_convention_that_all_of_its_cells_follow(string[] cells, double[]? expected) =>
        Assert.Equal(expected, Numerals.Read(cells));

    [Fact]
    public async Task A_table_with_decimal_commas_is_one_of_numbers()
    {
        using var folder = new TemporaryFolder();
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},5;{2 * i},25\n"));
        Ran ran = await Ran.Of("train", folder.File("comma.csv", "x;y\n" + rows), "--target", "y", "--backend", "native", "--epochs", "2", "--out", folder.Sub("out"));
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("regression of y from 1 input", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$1", "Column x must hold numbers in one convention: expected numbers as 1234.5, got \"$")]
    [InlineData("1 %", "got \"1")]
    [InlineData("1,234", "--categorical x reads it as words")]
    public async Task Numbers_that_could_mean_two_things_are_asked_about(string cell, string containing)
    {
        using var folder = new TemporaryFolder();
        string rows = string.Concat(Enumerable.Range(0, 30).Select(i => $"{cell};{i}\n"));
        (await Ran.Of("train", folder.File("odd.csv", "x;y\n" + rows), "--target", "y", "--backend", "native", "--out", folder.Sub("out"))).IsOneSentence(containing);
    }

    [Fact]
    public async Task A_column_of_dates_is_no_category()
    {
        using var folder = new TemporaryFolder();
        string rows = string.Concat(Enumerable.Range(0, 90).Select(i => $"{new DateTime(2026, 1, 1).AddDays(i):yyyy-MM-dd},{i},{i}\n"));
        (await Ran.Of("train", folder.File("dates.csv", "day,x,y\n" + rows), "--target", "y", "--backend", "native", "--out", folder.Sub("out")))
            .IsOneSentence("Column day must have fewer categories than rows");
    }
}

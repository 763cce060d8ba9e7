using ParityNet.Cli.Accuracy;
using ParityNet.Cli.Commands;

namespace ParityNet.Cli.Tests.Accuracy;

public class AccuracyCommandTests
{
    [Theory]
    [InlineData(1L << 32, 1L << 32, "100 %")]
    [InlineData((1L << 32) - 1, 1L << 32, "99.9999 %")]
    [InlineData(2, 3, "66.6666 %")]
    [InlineData(0, 3, "0.0000 %")]
    public void A_share_is_never_rounded_up(long part, long whole, string printed) => Assert.Equal(printed, AccuracyCommand.Share(part, whole));

    [Fact]
    public void What_is_a_lower_bound_says_so_and_is_not_rounded_up()
    {
        Finding<double> found = Finding<double>.None.WithError(1, 0.9999999);
        Assert.Equal("≥ 0.999999", AccuracyCommand.Worst(found, isAll: false));
        Assert.Equal("1.000000", AccuracyCommand.Worst(found, isAll: true));
        Assert.Equal("≤ 0.5", AccuracyCommand.Worst(Finding<double>.None, isAll: true));
        Assert.Equal("≥ 8.507E+37", AccuracyCommand.Worst(Finding<double>.None.WithError(0, 8.5070591730234616e37), isAll: false));
    }

    [Theory]
    [InlineData("accuracy --step 1000003 --backend torch pow(0.3333)", "pow(0.3333)")]
    [InlineData("accuracy --step 1000003 --backend torch --stride 2 pow(0.3333)", "≤ 0.5")]
    [InlineData("accuracy --dtype float64 --points 100 --backend tensors sqrt", "≤ 0.5")]
    [InlineData("accuracy --step 1000003 --hash exp", "exp")]
    public async Task A_line_gets_its_table(string line, string containing)
    {
        Ran ran = await Ran.Of(line.Split(' '));
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains(containing, ran.Output, StringComparison.Ordinal);
    }
}

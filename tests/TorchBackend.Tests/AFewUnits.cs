namespace ParityNet.TorchTests;

/// <summary>For numbers that are at most eight operations away from their inputs on either side: each rounds by half a unit in the last place at most.</summary>
static class AFewUnits
{
    const int Operations = 8;

    public static void Apart(double expected, double got)
    {
        double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
        Assert.InRange(got, expected - Operations * unit, expected + Operations * unit);
    }
}

namespace ParityNet.TorchTests;

/// <summary>For results that are at most eight operations away from their inputs: each rounds by half a unit in the last place at most.</summary>
static class AFewUnits
{
    const int Operations = 8;

    public static void Apart(double expected, double got)
    {
        double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
        Assert.InRange(got, expected - Operations * unit, expected + Operations * unit);
    }
}

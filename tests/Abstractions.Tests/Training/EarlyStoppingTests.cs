namespace ParityNet.Tests.Training;

public class EarlyStoppingTests
{
    [Theory]
    [InlineData(2, 0.0, new[] { 3.0, 2.0, 2.0, 1.9, 1.9, 1.9 }, 6, 3)]
    [InlineData(1, 0.0, new[] { 3.0, 2.0, 2.5, 1.0 }, 3, 1)]
    [InlineData(3, 0.0, new[] { 3.0, 2.0, 1.0 }, -1, 2)]
    [InlineData(2, 0.5, new[] { 3.0, 2.75, 2.5, 2.25 }, 3, 0)]
    [InlineData(2, 0.5, new[] { 3.0, 2.75, 2.25, 2.0, 1.75 }, 5, 2)]
    [InlineData(2, 0.0, new[] { 1.0, double.NaN, double.NaN }, 3, 0)]
    [InlineData(2, 0.0, new[] { double.PositiveInfinity, 1.0 }, -1, 1)]
    [InlineData(1, 0.0, new[] { double.NaN, 1.0 }, -1, 1)]
    [InlineData(1, 0.0, new[] { double.NaN, double.NaN }, 2, -1)]
    public void Training_stops_when_keras_stops(int patience, double minimumChange, double[] losses, int stopsAfter, int best)
    {
        var rule = new EarlyStopping(patience, minimumChange);
        var progress = EarlyStopping.Start;
        foreach (double loss in losses.TakeWhile(_ => !progress.ShouldStop))
            progress = rule.Observe(progress, loss);

        Assert.Equal(stopsAfter < 0 ? losses.Length : stopsAfter, progress.Epochs);
        Assert.Equal(stopsAfter > 0, progress.ShouldStop);
        Assert.Equal(best, progress.BestEpoch);
    }

    [Fact]
    public void Start_has_seen_nothing()
    {
        Assert.Equal(new EarlyStopping.Progress(0, double.PositiveInfinity, -1, 0, false), EarlyStopping.Start);
        Assert.Equal(EarlyStopping.Start with { Epochs = 1, Waited = 1 }, new EarlyStopping(2).Observe(EarlyStopping.Start, double.NaN));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Equal("Patience must be an integer of at least 1, got 0.", Refused(() => new EarlyStopping(0)));
        Assert.Equal("Patience must be an integer of at least 1, got -2.", Refused(() => new EarlyStopping() with { Patience = -2 }));
        Assert.Equal("MinimumChange must be a finite number of at least 0, got -1.", Refused(() => new EarlyStopping(MinimumChange: -1)));
        Assert.Equal("MinimumChange must be a finite number of at least 0, got NaN.", Refused(() => new EarlyStopping() with { MinimumChange = double.NaN }));
    }

    static string Refused(Func<object> build) => Assert.Throws<ArgumentOutOfRangeException>(build).Message;
}

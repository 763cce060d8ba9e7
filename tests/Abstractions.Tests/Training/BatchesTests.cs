using FsCheck;
using FsCheck.Xunit;

namespace ParityNet.Tests.Training;

public class BatchesTests
{
    [Property]
    public void Every_example_comes_once(NonNegativeInt count, PositiveInt size, ulong seed, NonNegativeInt epoch)
    {
        ImmutableArray<int>[] batches = [.. Batches.Of(count.Get, size.Get, seed, epoch.Get)];

        Assert.Equal(Enumerable.Range(0, count.Get), batches.SelectMany(batch => batch).Order());
        Assert.All(batches.SkipLast(1), batch => Assert.Equal(size.Get, batch.Length));
        Assert.Equal(Batches.Steps(count.Get, size.Get), batches.Length);
        Assert.Equal(batches.SelectMany(b => b), Batches.Of(count.Get, size.Get, seed, epoch.Get).SelectMany(b => b));
    }

    [Fact]
    public void Seeds_and_epochs_have_orders_of_their_own()
    {
        string[] orders = [.. from seed in Enumerable.Range(0, 20) from epoch in Enumerable.Range(0, 20) select string.Join(' ', Batches.Order(30, (ulong)seed, epoch))];

        Assert.Equal(orders.Length, orders.Distinct().Count());
    }

    [Fact]
    public void Every_example_is_as_likely_at_every_place()
    {
        const int Count = 6, Trials = 20_000;
        var seen = new int[Count, Count];
        for (int trial = 0; trial < Trials; trial++)
        {
            ImmutableArray<int> order = Batches.Order(Count, (ulong)trial);
            for (int position = 0; position < Count; position++)
                seen[position, order[position]]++;
        }

        // W. Hoeffding, 1963: one of the counts of a fair shuffle leaves this band with a chance of less than 2⁻⁴⁰.
        double band = Math.Sqrt(Trials / 2.0 * Math.Log(2 * Count * Count * Math.Pow(2, 40)));
        foreach (int count in seen)
            Assert.InRange(count, (double)Trials / Count - band, (double)Trials / Count + band);
    }

    [Fact]
    public void Sizes_and_counts_out_of_range_are_refused()
    {
        Assert.Equal("size must be an integer of at least 1, got 0.", Refused(() => Batches.Of(3, 0, 0, 0)));
        Assert.Equal("count must be an integer of at least 0, got -1.", Refused(() => Batches.Order(-1, 0)));
        Assert.Equal("size must be an integer of at least 1, got 0.", Refused(() => Batches.Steps(3, 0)));
    }

    static string Refused(Func<object> call) => Assert.Throws<ArgumentOutOfRangeException>(call).Message;
}

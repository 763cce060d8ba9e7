namespace ParityNet.Tests.Training;

public class XoshiroTests
{
    // SplitMix64 from 1234567, as published; they are the generator's four words.
    const ulong S0 = 6457827717110365317, S1 = 3203168211198807973, S2 = 9817491932198370423, S3 = 4593380528125082431;

    [Fact]
    public void Numbers_from_seed_0_are_the_published_ones() => Assert.Equal(
        [0x99EC5F36CB75F2B4, 0xBF6E1F784956452A, 0x1A5F849D4933E6E0, 0x6AA594F1262D2D2C, 0xBBA5AD4A1F842E59],
        First(0, 5));

    [Fact]
    public void Numbers_from_seed_42_are_the_published_ones() =>
        Assert.Equal([0x15780B2E0C2EC716, 0x6104D9866D113A7E, 0xAE17533239E499A1], First(42, 3));

    [Fact]
    public void Seeding_is_split_mix()
    {
        // The first two outputs of xoshiro256** from its four words, by its definition.
        ulong second = S1 ^ S2 ^ S0;

        Assert.Equal([ulong.RotateLeft(S1 * 5, 7) * 9, ulong.RotateLeft(second * 5, 7) * 9], First(1234567, 2));
        Assert.NotEqual(S3, First(1234567, 1)[0]);
    }

    [Fact]
    public void Unit_numbers_are_the_upper_bits()
    {
        var bits = new Xoshiro(7);
        var units = new Xoshiro(7);
        for (int i = 0; i < 1000; i++)
        {
            double unit = units.NextUnit();
            Assert.Equal(bits.Next() >> 11, unit * (1L << 53));
            Assert.True(unit is >= 0 and < 1);
        }
    }

    [Fact]
    public void Integers_stay_below_their_bound_and_reach_all()
    {
        var random = new Xoshiro(3);

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Enumerable.Range(0, 1000).Select(_ => random.Next(7)).Distinct().Order());
        Assert.Equal(0, random.Next(1));
        Assert.Equal("bound must be an integer of at least 1, got 0.", Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(0)).Message);
    }

    static ulong[] First(ulong seed, int count)
    {
        var random = new Xoshiro(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next())];
    }
}

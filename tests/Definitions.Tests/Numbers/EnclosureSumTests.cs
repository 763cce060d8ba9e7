using System.Numerics;
using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class EnclosureSumTests
{
    static readonly SumClass[] Classes = [SumClass.Any, SumClass.Pairwise, SumClass.Blocked(4), SumClass.Compensated, SumClass.Wide];

    [Fact]
    public void Sums_in_the_orders_of_each_class_are_inside()
    {
        Random random = new(1);
        for (int i = 0; i < 3_000; i++)
        {
            float[] x = [.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => (float)((random.NextDouble() - 0.4) * Math.Pow(10, random.Next(-3, 4))))];
            AssertInside(x, SumClass.Any, Sequential<float>(x));
            AssertInside(x, SumClass.Any, Sequential<float>([.. x.OrderBy(Math.Abs)]));
            AssertInside(x, SumClass.Any, Sequential<float>([.. x.OrderByDescending(Math.Abs)]));
            AssertInside(x, SumClass.Pairwise, Pairwise<float>(x));
            AssertInside(x, SumClass.Blocked(4), Sequential<float>([.. x.Chunk(4).Select(Sequential)]));
            AssertInside(x, SumClass.Compensated, Compensated(x));
            AssertInside(x, SumClass.Wide, (float)Sequential<double>([.. x.Select(v => (double)v)]));
        }
    }

    [Fact]
    public void Sums_of_whole_numbers_are_points_in_every_class() => Assert.All(
        Classes,
        order => Assert.True(Enclose([1, 2, -3, 4, 1000, 7], order) is { IsPoint: true, Lo: 1011 }));

    [Fact]
    public void Zero_summands_cost_nothing()
    {
        float[] few = [0.1f, 0.7f, 0.3f], many = [0.1f, 0, 0.7f, 0, 0, 0, 0.3f, 0, 0];
        Assert.Equal(Enclose(few, SumClass.Any), Enclose(many, SumClass.Any));
        Assert.Equal(0, Enclose([], SumClass.Any).Hi);
    }

    [Fact]
    public void A_better_class_is_narrower()
    {
        Random random = new(2);
        float[] x = [.. Enumerable.Range(0, 1000).Select(_ => random.NextSingle())];
        double any = Enclose(x, SumClass.Any).WidthInUlp, pairwise = Enclose(x, SumClass.Pairwise).WidthInUlp;
        double compensated = Enclose(x, SumClass.Compensated).WidthInUlp, wide = Enclose(x, SumClass.Wide).WidthInUlp;
        Assert.True(any > 10 * pairwise && pairwise > compensated && compensated > wide, $"{any} {pairwise} {compensated} {wide}");
        Assert.InRange(wide, 0, 1);
    }

    [Fact]
    public void Partial_sums_that_can_overflow_may_leave_infinity_or_NaN()
    {
        Enclosure<float> both = Enclose([float.MaxValue, float.MaxValue, -float.MaxValue, -float.MaxValue], SumClass.Any);
        Assert.Equal((true, false), (both.Contains(0), both.MayBeNaN));
        Assert.All([float.PositiveInfinity, float.NegativeInfinity, float.NaN], x => Assert.True(both.ContainsBeyondRange(x) && !both.Contains(x)));
        Assert.False(Enclose([1e38f, 1e38f, 1e38f], SumClass.Any).Contains(float.PositiveInfinity));
    }

    [Fact]
    public void A_mean_holds_division_and_multiplication_by_the_reciprocal()
    {
        Random random = new(4);
        for (int i = 0; i < 2_000; i++)
        {
            float[] x = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.NextSingle() - 0.3f)];
            Enclosure<float> mean = Mean<Enclosure<float>>([.. x.Select(v => Enclosure<float>.Exact(v))]);
            float sum = Sequential<float>(x);
            Assert.True(mean.Contains(sum / x.Length) && mean.Contains(sum * (1f / x.Length)) && mean.Contains((float)x.Average(v => (double)v)));
        }
    }

    static R Mean<R>(R[] terms)
        where R : struct, IReal<R> => R.Mean(terms, SumClass.Any);

    static void AssertInside(float[] x, SumClass order, float sum) =>
        Assert.True(Enclose(x, order).Contains(sum), $"{order} of {string.Join(", ", x)} is {sum:R}, not in {Enclose(x, order)}");

    static Enclosure<float> Enclose(float[] x, SumClass order) =>
        Enclosure<float>.Sum([.. x.Select(v => Enclosure<float>.Exact(v))], order);

    static T Sequential<T>(T[] x)
        where T : INumber<T> => x.Aggregate(T.Zero, (sum, value) => sum + value);

    static T Pairwise<T>(T[] x)
        where T : INumber<T> => x.Length switch
        {
            0 => T.Zero,
            1 => x[0],
            _ => Pairwise(x[..(x.Length / 2)]) + Pairwise(x[(x.Length / 2)..]),
        };

    static float Compensated(float[] x)
    {
        float sum = 0, lost = 0;
        foreach (float value in x)
        {
            float term = value - lost, next = sum + term;
            lost = next - sum - term;
            sum = next;
        }

        return sum;
    }
}

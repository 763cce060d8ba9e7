using ParityNet.Definitions.Numbers;
using Xunit;
using Real = ParityNet.Definitions.Numbers.Enclosure<float>;

namespace ParityNet.Definitions.Tests.Numbers;

/// <summary>Overflow and underflow on the way, apart from what is not defined.</summary>
public class EnclosureRangeTests
{
    static readonly Real Huge = Real.Exact(3e38f), Tiny = Real.Exact(1e-30f), AroundZero = Real.Hull(Real.Exact(-1), Real.Exact(1));

    [Fact]
    public void What_overflows_and_comes_back_is_enclosed_as_if_it_had_not() => Assert.All(
        [
            (Huge * Huge / Huge, 3e38f), (Real.Sqrt(Huge * Huge), 3e38f), (Huge + Huge - Huge, 3e38f),
            (Huge / Tiny * Tiny, 3e38f), (Real.Log(Real.Exp(Real.Exact(1000))), 1000),
        ],
        of => Assert.True(of.Item1.Contains(of.Item2) && !of.Item1.MayBeNaN && of.Item1.WidthInUlp < 16, $"{of.Item1} of {of.Item2}"));

    [Fact]
    public void What_overflow_leads_to_is_beyond_the_range()
    {
        Assert.All([Huge * Huge / (Huge * Huge), Huge * Huge - Huge * Huge, (Huge + Huge) * (Tiny * Tiny), Tiny * Tiny / (Tiny * Tiny)], IsNaNBeyond);
        Assert.True((Real.Exact(1) / Real.Sqrt(Huge * Huge) * Huge).ContainsBeyondRange(0));
        Assert.False((Real.Exact(1) / Real.Sqrt(Huge * Huge) * Huge).Contains(0));
        Assert.True(Real.Min(Huge * Huge / Huge, Real.Exact(3.2e38f)).ContainsBeyondRange(3.2e38f));
        Assert.True(Real.Tanh(Huge * Huge / Huge / Huge).ContainsBeyondRange(1));
    }

    [Fact]
    public void The_other_branch_of_a_comparison_is_beyond_the_range()
    {
        Real branch = Real.Where(Huge * Huge / Huge > Huge * Real.Exact(1.1f), Real.Exact(1), Real.Exact(2));
        Assert.Equal((2, 2), (branch.Lo, branch.Hi));
        Assert.True(branch.ContainsBeyondRange(1));
    }

    [Fact]
    public void What_is_not_defined_is_never_a_matter_of_range()
    {
        Real infinite = Real.Exact(double.PositiveInfinity);
        Assert.All(
            [Real.Sqrt(AroundZero), Real.Log(AroundZero), AroundZero / AroundZero, infinite - infinite, Real.Exact(0) / Real.Exact(0), Real.Exact(0) * infinite],
            x => Assert.True(x.MayBeNaN && !x.ContainsBeyondRange(float.NaN), x.ToString()));
    }

    [Fact]
    public void Underflow_on_the_way_is_an_absolute_error_but_nothing_is_divided_by_its_zero()
    {
        Assert.True((Tiny * Tiny / Tiny) is var small && small.Contains(0) && small.Contains(1e-30f) && small.Hi < 1.1e-30);
        Assert.True((Tiny / (Tiny * Tiny)) is var large && !large.Contains(float.NaN) && !large.Contains(float.PositiveInfinity) && large.Contains(1e30f) && large.ContainsBeyondRange(float.PositiveInfinity));
    }

    [Fact]
    public void A_result_that_itself_overflows_or_underflows_is_no_matter_of_range()
    {
        Assert.True((Huge * Huge).Contains(float.PositiveInfinity));
        Assert.True((Tiny * Tiny).Contains(0));
        Assert.False((Huge * Huge).Contains(float.MaxValue));
    }

    [Fact]
    public void Expressions_of_ordinary_numbers_stay_in_range()
    {
        Random random = new(3);
        for (int i = 0; i < 5_000; i++)
        {
            Real value = Product<Real>([.. Enumerable.Range(0, 5).Select(_ => Real.Exact((float)(random.NextDouble() + 0.5) * 100))]) / Real.Exact(7) - Real.Exact(3);
            Assert.False(value.LeavesRange, value.ToString());
        }
    }

    [Fact]
    public void Powers_of_two_that_cancel_change_no_bound()
    {
        Random random = new(9);
        for (int i = 0; i < 5_000; i++)
        {
            double[] x = [.. Enumerable.Range(0, 3).Select(_ => (double)(float)(random.NextDouble() + 0.5))];
            int shift = random.Next(60, 120);
            Real near = Real.Exact(x[0]) * Real.Exact(x[1]) / Real.Exact(x[2]);
            Real far = Real.Exact(Math.ScaleB(x[0], shift)) * Real.Exact(Math.ScaleB(x[1], shift)) / Real.Exact(Math.ScaleB(x[2], shift)) / Real.Exact(Math.ScaleB(1, shift));
            Assert.Equal((near.Lo, near.Hi), (far.Lo, far.Hi));
        }
    }

    [Fact]
    public void Products_and_quotients_multiplied_in_any_order_leave_no_other_infinity_zero_or_NaN()
    {
        Random random = new(17);
        for (int i = 0; i < 2_000; i++)
        {
            float[] over = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Extreme(random))], under = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Extreme(random))];
            Real value = under.Aggregate(Product<Real>(Array.ConvertAll(over, x => Real.Exact(x))), (all, x) => all / Real.Exact(x));
            foreach (float computed in InAnyOrder([.. over.Select(x => (x, false)), .. under.Select(x => (x, true))]))
                AssertExplained(value, computed, $"{string.Join(" · ", over)} / {string.Join(" / ", under)}");
        }
    }

    [Fact]
    public void Scaled_sums_of_products_leave_no_other_infinity_zero_or_NaN()
    {
        Random random = new(19);
        for (int i = 0; i < 4_000; i++)
        {
            (float X, float Y)[] terms = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => (Extreme(random), Extreme(random)))];
            float scale = Extreme(random);
            Real sum = Real.Sum([.. terms.Select(t => Real.Exact(t.X) * Real.Exact(t.Y))], SumClass.Any) * Real.Exact(scale);
            float[] computed =
            [
                Added(terms, t => t.X * t.Y) * scale, Added(terms, t => scale * t.X * t.Y), Added(terms, t => scale * (t.X * t.Y)), Added(terms, t => t.X * (scale * t.Y)),
            ];
            Assert.All(computed, x => AssertExplained(sum, x, $"{scale} · Σ {string.Join(" + ", terms)}"));
        }
    }

    static void IsNaNBeyond(Real value) => Assert.True(!value.MayBeNaN && value.ContainsBeyondRange(float.NaN), value.ToString());

    // What is left otherwise is a matter of rounding, which a definition declares.
    static void AssertExplained(Real value, float computed, string what)
    {
        if (computed == 0 || !float.IsFinite(computed))
            Assert.True(value.Contains(computed) || value.ContainsBeyondRange(computed), $"{what} = {computed:R}, not in {value}");
    }

    static R Product<R>(R[] factors)
        where R : struct, IReal<R> => factors.Aggregate((product, factor) => product * factor);

    static float Added((float X, float Y)[] terms, Func<(float X, float Y), float> term) => terms.Aggregate(0f, (sum, t) => sum + term(t));

    static float Extreme(Random random) => (float)(Math.Pow(10, random.Next(4) == 0 ? random.Next(-3, 4) : random.Next(-44, 39)) * (random.NextDouble() + 0.1) * (random.Next(2) * 2 - 1)) is var x && x != 0 && float.IsFinite(x) ? x : 1;

    // Every way to multiply and divide two after the other; a divisor may be inverted first.
    static IEnumerable<float> InAnyOrder((float Number, bool Divides)[] factors)
    {
        if (factors.Length == 1)
            return [factors[0].Divides ? 1 / factors[0].Number : factors[0].Number];
        return Enumerable.Range(0, factors.Length).SelectMany(i => Enumerable.Range(0, factors.Length).Where(j => j != i).SelectMany(j =>
            InAnyOrder([Joined(factors[i], factors[j]), .. factors.Where((_, k) => k != i && k != j)])));
    }

    static (float Number, bool Divides) Joined((float Number, bool Divides) a, (float Number, bool Divides) b) => (a.Divides, b.Divides) switch
    {
        (false, false) => (a.Number * b.Number, false),
        (false, true) => (a.Number / b.Number, false),
        (true, false) => (1 / a.Number * b.Number, false),
        _ => (1 / a.Number / b.Number, false),
    };
}

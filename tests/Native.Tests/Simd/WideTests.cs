using ParityNet.Native.Functions;
using ParityNet.Native.Simd;
using Number = ParityNet.Native.Simd.Wide<double>;

namespace ParityNet.Native.Tests.Simd;

/// <summary>Numbers with an exponent of their own.</summary>
public sealed class WideTests
{
    static readonly double Power = Math.ScaleB(1, 1000);

    static readonly double[] Normal = [1, -1.5, Math.PI, 1e-300, -1e300, double.MaxValue, 2.2250738585072014e-308];

    [Fact]
    public void A_number_comes_back_from_beyond_the_range()
    {
        foreach (double x in Normal)
        {
            Number number = x, square = number * number;
            Assert.Equal(Math.Abs(x), Number.Sqrt(square).Rounded);
            Assert.Equal(x, (number * Power * Power * Power / Power / Power / Power).Rounded);
            Assert.Equal(0, (square - square).Rounded);
            Assert.Equal(2, ((square + square) / square).Rounded);
        }
    }

    [Fact]
    public void Numbers_beyond_the_range_compare_by_size()
    {
        Number large = 1e300, larger = large * large, largest = larger * larger, tiny = (Number)1 / largest;
        Number[] rising = [double.NegativeInfinity, -largest, -larger, -large, -tiny, 0, tiny, tiny + tiny, large, larger, largest, double.PositiveInfinity];
        for (int i = 0; i < rising.Length; i++)
            for (int j = 0; j < rising.Length; j++)
            {
                Assert.Equal(i < j, Number.AnySet(rising[i] < rising[j]));
                Assert.Equal(i <= j, Number.AnySet(rising[i] <= rising[j]));
                Assert.Equal(i == j, Number.AnySet(Number.Equal(rising[i], rising[j])));
                Assert.True(Number.AnySet(Number.Equal(Number.Max(rising[i], rising[j]), rising[Math.Max(i, j)])));
                Assert.True(Number.AnySet(Number.Equal(Number.Min(rising[i], rising[j]), rising[Math.Min(i, j)])));
            }
    }

    [Fact]
    public void A_product_beyond_the_range_is_added_with_one_rounding()
    {
        double a = 1 + Math.ScaleB(1, -30);
        Number far = (Number)a * Power * Power;
        // The square of a has a last bit that a rounded product loses.
        Number lost = Number.MultiplyAdd(far, a, -(far * a));
        Assert.Equal(Math.FusedMultiplyAdd(a, a, -(a * a)), (lost / Power / Power).Rounded);
    }

    [Fact]
    public void Exponential_and_logarithm_undo_each_other_beyond_the_range()
    {
        foreach (double x in new[] { 800, -800, 12345.678, -1e6 })
            Assert.Equal(x, Log.Double(Exp.Double((Number)x)).Rounded);
    }

    [Fact]
    public void Memory_gives_back_what_it_cannot_hold_while_numbers_are_kept()
    {
        Number far = (Number)Power * Power;
        double memory = far;
        Assert.Equal(double.PositiveInfinity, memory);
        using Beyond.Keeping keeping = Beyond.Open();
        memory = far;
        Assert.True(double.IsNaN(memory));
        Assert.Equal(Power, ((Number)memory / Power).Rounded);
        Assert.Equal(double.NegativeInfinity, ((Number)(-memory)).Rounded);
        // Arithmetic of the host leaves no number at all, never another one.
        Assert.True(double.IsNaN(((Number)(memory * 2)).Rounded));
    }
}

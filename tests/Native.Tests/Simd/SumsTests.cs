using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Tests.Simd;

public unsafe class SumsTests
{
    static readonly Plan Scalars = new(VectorWidth.Scalar, 1);

    [Fact]
    public void Float_sum_has_the_same_bits_at_every_width_length_and_offset() => SameBits<float>(x => (float)x);

    [Fact]
    public void Double_sum_has_the_same_bits_at_every_width_length_and_offset() => SameBits<double>(x => x);

    [Fact]
    public void Sum_has_the_same_bits_for_every_number_of_threads()
    {
        double[] x = Numbers(9, Blocks.Chunk * Blocks.WorthThreads + 77);
        float[] single = Array.ConvertAll(x, value => (float)value);
        foreach (VectorWidth width in Functions.Widths)
            for (int threads = 1; threads <= 5; threads++)
            {
                Assert.Equal(Functions.Bits(Sum<double>(x, Scalars)), Functions.Bits(Sum<double>(x, new(width, threads))));
                Assert.Equal(Functions.Bits(Sum<float>(single, Scalars)), Functions.Bits(Sum<float>(single, new(width, threads))));
            }
    }

    [Fact]
    public void Every_term_counts_once_on_either_side_of_a_chunk()
    {
        foreach (int count in (int[])[Blocks.Chunk - 1, Blocks.Chunk, Blocks.Chunk + 1, Blocks.Chunk + 77, Blocks.Chunk * Blocks.WorthThreads + 77])
        {
            double[] ones = new double[count];
            Array.Fill(ones, 1);
            float[] single = Array.ConvertAll(ones, value => (float)value);
            foreach (VectorWidth width in Functions.Widths)
                foreach (int threads in (int[])[1, 3])
                {
                    Assert.Equal(count, Sum<double>(ones, new(width, threads)));
                    Assert.Equal(count, Sum<float>(single, new(width, threads)));
                }
        }
    }

    [Fact]
    public void Double_sum_is_within_its_compensated_bound_of_the_exact_sum()
    {
        foreach (int count in new[] { 1, 2, 63, 64, 65, 1_000, 40_000 })
        {
            double[] x = Numbers(count, count);
            BigReal exact = x.Aggregate((BigReal)0, (sum, value) => sum + BigReal.Of(value)), size = x.Aggregate((BigReal)0, (sum, value) => sum + BigReal.Of(value).Abs);
            // u · |sum| for the last rounding and n²u² · Σ|x| for what compensation leaves (Ogita, Rump and Oishi, 2005, proposition 4.5).
            BigReal bound = exact.Abs.Scaled(-53) + ((BigReal)count * count * size).Scaled(-106);
            Assert.False((BigReal.Of(Sum<double>(x, Plan.Best)) - exact).Abs is var error && (error - bound).IsPositive, $"{count} terms must add up within their bound.");
        }
    }

    [Fact]
    public void Float_sum_is_within_its_double_precision_bound_of_the_exact_sum()
    {
        float[] x = Array.ConvertAll(Numbers(10, 40_000), value => (float)value);
        BigReal exact = x.Aggregate((BigReal)0, (sum, value) => sum + BigReal.Of(value)), size = x.Aggregate((BigReal)0, (sum, value) => sum + BigReal.Of(value).Abs);
        // Each position of a chunk adds Chunk / RunningSums terms; folding, chunks and the last rounding are compensated: one rounding more.
        BigReal bound = ((BigReal)(Blocks.Chunk / Sums.RunningSums + 2) * size).Scaled(-53);
        Assert.False(((BigReal.Of(Sum<float>(x, Plan.Best)) - exact).Abs - bound).IsPositive);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 1, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 1, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, 1, double.NaN)]
    public void Sum_of_non_finite_terms_is_what_arithmetic_says(double a, double b, double expected)
    {
        double[] x = new double[200];
        (x[3], x[150]) = (a, b);
        Assert.Equal(expected, Sum<double>(x, Plan.Best));
        Assert.Equal(expected, Sum<float>(Array.ConvertAll(x, value => (float)value), Plan.Best));
    }

    [Fact]
    public void Sum_of_nothing_is_zero() => Assert.Equal(0, Sum<float>([], Plan.Best));

    static void SameBits<T>(Func<double, T> to) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] x = Array.ConvertAll(Numbers(11, 400), value => to(value));
        foreach (int length in Enumerable.Range(0, 81).Append(300))
            for (int offset = 0; offset < 20; offset += 3)
            {
                T[] part = x[offset..(offset + length)];
                foreach (VectorWidth width in Functions.Widths)
                    Assert.Equal(Functions.Bits(Sum<T>(part, Scalars)), Functions.Bits(Sum<T>(x.AsSpan(offset, length), new(width, 1))));
            }
    }

    /// <summary>Numbers of both signs and many sizes, whose sum cancels.</summary>
    static double[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-40, 40)))];
    }

    static double Sum<T>(ReadOnlySpan<T> x, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* from = x)
            return Sums.Run<T, Elements<T>>(new(from), x.Length, plan);
    }

    readonly struct Elements<T>(T* x) : ITerm<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        readonly T* x = x;

        public V Term<V>(nint index) where V : struct, ILanes<V, T> => V.Load(in x[index]);
    }
}

using System.Numerics;
using ParityNet.Native.Products;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Tests.Products;

/// <summary>Every element of a product has the bits of a plain loop in the order that is stated, wherever it stands.</summary>
public class MatrixProductTests
{
    // Around the heights and widths of tiles, the blocks and chunks of the inner index, and the parts of a large product.
    static readonly int[] Short = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 17, 27, 28, 29, 31, 32, 33, 47, 48, 49, 63, 64, 65];
    static readonly int[] Inners = [0, 1, 2, 3, 7, 8, 9, 31, 32, 33, 64, 100, 255, 256, 257, 300, 511, 512, 513, 1023, 1024, 1025, 1300];

    static readonly Plan[] Plans =
    [
        new(VectorWidth.Scalar, 1), new(VectorWidth.Bits128, 1), new(VectorWidth.Bits256, 2), new(VectorWidth.Bits512, 1), new(VectorWidth.Bits512, 3),
    ];

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Product_has_the_bits_of_a_plain_loop(ulong seed)
    {
        var random = new Xoshiro(seed);
        for (int i = 0; i < 16; i++)
        {
            int rows = Short[random.Next(Short.Length)], inner = Inners[random.Next(Inners.Length)], columns = Short[random.Next(Short.Length)];
            Same<float>(rows, inner, columns, form: random.Next(16), random);
            Same<double>(rows, inner, columns, form: random.Next(16), random);
        }
    }

    [Theory]
    // Left factors too large to be read where they are, groups of left panels, products worth threads, and parts of the largest.
    [InlineData(301, 260, 17), InlineData(530, 300, 33), InlineData(160, 170, 165), InlineData(2050, 3, 5), InlineData(5, 3, 2050), InlineData(129, 1025, 65)]
    public void Large_product_has_the_bits_of_a_plain_loop(int rows, int inner, int columns)
    {
        var random = new Xoshiro(9);
        for (int form = 0; form < 16; form += 5)
        {
            Same<float>(rows, inner, columns, form, random);
            Same<double>(rows, inner, columns, form, random);
        }
    }

    [Fact]
    public void Product_without_rows_or_columns_writes_nothing()
    {
        var random = new Xoshiro(3);
        Same<float>(0, 5, 3, form: 0, random);
        Same<float>(3, 5, 0, form: 0, random);
    }

    [Fact]
    public void Product_without_an_inner_index_is_the_bias()
    {
        var random = new Xoshiro(4);
        for (int form = 0; form < 16; form++)
            Same<double>(15, 0, 33, form, random);
    }

    [Theory, InlineData(3, 2, 40), InlineData(20, 300, 20)]
    public void Numbers_that_are_not_finite_reach_their_row_and_their_column_alone(int rows, int inner, int columns)
    {
        foreach (float special in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
            foreach (Plan plan in Plans)
            {
                float[] a = Ordinary<float>(rows * inner, new(1)), b = Ordinary<float>(inner * columns, new(2)), plain = Run(a, b, rows, inner, columns, plan);
                a[1 * inner + 1] = special;
                float[] c = Run(a, b, rows, inner, columns, plan);
                for (int i = 0; i < c.Length; i++)
                    Bits.Same<float>([i / columns != 1 ? plain[i] : special * b[columns + i % columns]], [c[i]]);
            }
    }

    [Fact]
    public void Sum_that_only_leaves_the_range_of_float_on_the_way_is_computed_again()
    {
        // 3e38 + 3e38 − 3e38 in a corner of each kind of tile.
        foreach (Plan plan in Plans)
            foreach ((int rows, int columns) in ((int, int)[])[(1, 1), (3, 17), (14, 32), (15, 33)])
            {
                float[] a = new float[rows * 3], b = new float[3 * columns];
                a.AsSpan((rows - 1) * 3).Fill(3e38f);
                (b[columns - 1], b[2 * columns - 1], b[3 * columns - 1]) = (1, 1, -1);
                Beyond.TakeLeft();
                Assert.Equal(3e38f, Run(a, b, rows, 3, columns, plan)[^1]);
                Assert.False(Beyond.TakeLeft());
                b[^1] = 1;
                Assert.Equal(float.PositiveInfinity, Run(a, b, rows, 3, columns, plan)[^1]);
                Assert.True(Beyond.TakeLeft());
            }
    }

    [Fact]
    public void Sums_of_blocks_are_added_in_double()
    {
        // The first block has a sum of 2²⁴, in which float does not see the 1 of each of the next two.
        float[] a = new float[513], b = [.. Enumerable.Repeat(1f, 513)];
        (a[0], a[256], a[512]) = (1 << 24, 1, 1);
        foreach (Plan plan in Plans)
            Assert.Equal((1 << 24) + 2, Run(a, b, 1, 513, 1, plan)[0]);
    }

    // The form says which of A, B and C are transposed in memory, and whether there is a bias.
    static unsafe void Same<T>(int rows, int inner, int columns, int form, Xoshiro random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int Offset = 3;
        T[] a = Ordinary<T>(Offset + rows * inner, random), b = Ordinary<T>(Offset + inner * columns, random), bias = Ordinary<T>(columns + 1, random);
        foreach (Plan plan in Plans)
        {
            T[] c = [.. Enumerable.Repeat(T.CreateChecked(77), 2 * Offset + rows * columns)];
            fixed (T* x = a, y = b, z = c, start = bias)
            {
                MatrixProduct<T> product = new()
                {
                    A = Of(x + Offset, rows, inner, (form & 1) != 0),
                    B = Of(y + Offset, inner, columns, (form & 2) != 0),
                    C = Of(z + Offset, rows, columns, (form & 4) != 0),
                    Bias = (form & 8) != 0 ? start + 1 : null,
                    Rows = rows,
                    Inner = inner,
                    Columns = columns,
                };
                product.Run(plan);
                for (int i = 0; i < rows; i++)
                    for (int j = 0; j < columns; j++)
                    {
                        T expected = Plain(product, i, j), actual = *product.C.At(i, j);
                        if (!expected.Equals(actual) || T.IsNegative(expected) != T.IsNegative(actual))
                            Assert.Fail($"element ({i}, {j}) of {rows}×{inner}×{columns}, form {form}, {plan} must be {expected:R}: got {actual:R}.");
                    }
            }
            Assert.All([.. c[..Offset], .. c[^Offset..]], untouched => Assert.Equal(T.CreateChecked(77), untouched));
        }

        static Strided<T> Of(T* start, int rows, int columns, bool isTurned) =>
            isTurned ? Strided<T>.OfRows(start, rows).Turned : Strided<T>.OfRows(start, columns);
    }

    static unsafe T Plain<T>(MatrixProduct<T> product, int row, int column) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double total = product.Bias == null ? 0 : double.CreateChecked(product.Bias[column]);
        for (int block = 0; block < product.Inner; block += 256)
        {
            T sum = T.Zero;
            for (int k = block; k < block + 256 && k < product.Inner; k++)
                sum = T.FusedMultiplyAdd(*product.A.At(row, k), *product.B.At(k, column), sum);
            total += double.CreateChecked(sum);
        }
        return T.CreateTruncating(total);
    }

    static unsafe float[] Run(float[] a, float[] b, int rows, int inner, int columns, Plan plan)
    {
        float[] c = new float[rows * columns];
        fixed (float* x = a, y = b, z = c)
            MatrixProduct<float>.Of(x, y, z, rows, inner, columns).Run(plan);
        return c;
    }

    static T[] Ordinary<T>(int count, Xoshiro random) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(random.NextUnit() * 8 - 4))];
}

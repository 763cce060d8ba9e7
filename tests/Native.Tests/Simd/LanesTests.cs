using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Tests.Simd;

public unsafe class LanesTests
{
    [Fact]
    public void Float_arithmetic_has_the_same_bits_at_every_width() => SameBits(Points.Singles(6, 400));

    [Fact]
    public void Double_arithmetic_has_the_same_bits_at_every_width() => SameBits(Points.Doubles(7, 400));

    [Fact]
    public void Min_and_max_are_those_of_the_platform()
    {
        double[] x = Points.Doubles(8, 100);
        foreach (double a in x)
            foreach (double b in x)
            {
                double[] results = Results<double>([a], [b], new(VectorWidth.Scalar, 1));
                Assert.Equal(Functions.Bits(double.Min(a, b)), Functions.Bits(results[0]));
                Assert.Equal(Functions.Bits(double.Max(a, b)), Functions.Bits(results[1]));
            }
    }

    static void SameBits<T>(T[] points) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] a = [.. points.SelectMany(x => Enumerable.Repeat(x, points.Length / 7))];
        T[] b = [.. Enumerable.Range(0, a.Length).Select(i => points[i * 31 % points.Length])];
        ulong[] expected = Functions.Bits(Results<T>(a, b, new(VectorWidth.Scalar, 1)));
        foreach (VectorWidth width in Functions.Widths)
            Assert.Equal(expected, Functions.Bits(Results<T>(a, b, new(width, 1))));
        // What overflows on the way in lanes need not do so here.
        ulong[] wide = Functions.Bits(Results<T>(a, b, Plan.Wide));
        for (int i = 0; i < wide.Length; i++)
            if (double.IsFinite(BitConverter.UInt64BitsToDouble(expected[i])))
                Assert.Equal(expected[i], wide[i]);
    }

    static T[] Results<T>(T[] a, T[] b, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var results = new T[Everything<T>.Results * a.Length];
        fixed (T* left = a, right = b, to = results)
            Blocks.Run<T, Everything<T>>(new(left, right, to, a.Length), a.Length, plan);
        return results;
    }

    /// <summary>Every operation of the lanes, each into its own stretch of the results.</summary>
    readonly struct Everything<T>(T* a, T* b, T* to, int count) : IStep<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public const int Results = 26;

        readonly T* a = a;
        readonly T* b = b;
        readonly T* to = to;

        public void Step<V>(nint index) where V : struct, ILanes<V, T>
        {
            V x = V.Load(in a[index]), y = V.Load(in b[index]);
            T one = T.One, two = one + one;
            ReadOnlySpan<V> results =
            [
                V.Min(x, y), V.Max(x, y), x + y, x - y, x * y, x / y, -x, V.Abs(x), V.Sqrt(x), V.CopySign(x, y),
                V.Select(x < y, x, y), V.Select(x > y, x, y), V.Select(x <= y, x, y), V.Select(x >= y, x, y), V.Select(V.Equal(x, y), x, y),
                V.Select(V.IsNaN(x), y, x), x & y, x | y, x ^ y, V.AndNot(x, y), V.AddBits(x, y), V.ShiftUp(x, 3), V.ShiftDown(x, 5),
                V.Clamp(x, -one, two), V.Polynomial(x, [one, two, -one, two]), (x + one) * two - one,
            ];
            for (int i = 0; i < Results; i++)
                results[i].Store(ref to[i * count + index]);
        }
    }
}

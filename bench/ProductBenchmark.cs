using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Products;
using ParityNet.Native.Simd;
using ParityNet.Torch;
using TorchSharp;

namespace ParityNet.Bench;

/// <summary>Matrix products beside libtorch's <c>mm</c>: the shortest of many times, taken in turns in one process.</summary>
static class ProductBenchmark
{
    static readonly int[] Sizes = [8, 16, 32, 64, 96, 128, 192, 256, 512, 1024, 2048];

    /// <summary>Prints the time of libtorch over that of the native backend; above 1 native is faster.</summary>
    public static void Run(string[] sizes)
    {
        Console.WriteLine("| size | type | threads | native, µs | libtorch, µs | libtorch/native |");
        Console.WriteLine("|--:|---|--:|--:|--:|--:|");
        foreach (int size in sizes.Length > 0 ? sizes.Select(int.Parse) : Sizes)
            foreach (int threads in (int[])[1, 2])
            {
                Measure<float>(size, threads);
                Measure<double>(size, threads);
            }
    }

    /// <summary>Prints the largest and the mean error of sums of products in units of the last place of Σ|a·b|, against exact ones.</summary>
    public static void Errors()
    {
        Console.WriteLine("| inner | type | native, largest | libtorch, largest | native, mean | libtorch, mean |");
        Console.WriteLine("|--:|---|--:|--:|--:|--:|");
        foreach (int inner in (int[])[64, 256, 512, 1024, 2048, 8192])
        {
            Compare<float>(inner);
            Compare<double>(inner);
        }
    }

    static unsafe void Compare<T>(int inner) where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int Side = 48;
        T[] a = Measured.Numbers<T>(Side * inner, 1), b = Measured.Numbers<T>(inner * Side, 2), c = new T[Side * Side];
        using torch.Tensor left = Tensor.Create(a, [Side, inner]).ToTorch(), right = Tensor.Create(b, [inner, Side]).ToTorch();
        fixed (T* x = a, y = b, z = c)
            MatrixProduct<T>.Of(x, y, z, Side, inner, Side).Run(Plan.Best);
        T[] other = torch.mm(left, right).ToTensor<T>([Side, Side]).ToArray();
        int exponent = typeof(T) == typeof(float) ? 149 : 1074, precision = typeof(T) == typeof(float) ? 24 : 53;
        double largest = 0, sum = 0, largestOther = 0, sumOther = 0;
        for (int i = 0; i < c.Length; i++)
        {
            BigInteger exact = 0, size = 0;
            for (int k = 0; k < inner; k++)
            {
                BigInteger product = Scaled(a[i / Side * inner + k], exponent) * Scaled(b[k * Side + i % Side], exponent);
                exact += product;
                size += BigInteger.Abs(product);
            }
            double unit = (double)(size >> (2 * exponent - 1000)) * Math.ScaleB(1, -precision);
            double own = Of(c[i]), others = Of(other[i]);
            (largest, sum, largestOther, sumOther) = (Math.Max(largest, own), sum + own, Math.Max(largestOther, others), sumOther + others);

            double Of(T value) => (double)(BigInteger.Abs((Scaled(value, exponent) << exponent) - exact) >> (2 * exponent - 1000)) / unit;
        }
        Console.WriteLine($"| {inner} | {typeof(T).Name} | {largest:0.000} | {largestOther:0.000} | {sum / c.Length:0.0000} | {sumOther / c.Length:0.0000} |");
    }

    // An integer: a multiple of the smallest number of the type.
    static BigInteger Scaled<T>(T value, int exponent) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int own = T.IsZero(value) ? 0 : T.ILogB(value) - 60;
        return T.IsZero(value) ? 0 : new BigInteger(double.ScaleB(double.CreateChecked(value), -own)) << (own + exponent) is var whole && own + exponent >= 0
            ? whole
            : new BigInteger(double.ScaleB(double.CreateChecked(value), -own)) >> -(own + exponent);
    }

    static unsafe void Measure<T>(int size, int threads) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] a = Measured.Numbers<T>(size * size, 1), b = Measured.Numbers<T>(size * size, 2), c = new T[size * size];
        torch.set_num_threads(threads);
        using torch.Tensor left = Tensor.Create(a, [size, size]).ToTorch(), right = Tensor.Create(b, [size, size]).ToTorch();
        Plan plan = Plan.Best with { Threads = threads };
        fixed (T* x = a, y = b, z = c)
        {
            MatrixProduct<T> product = MatrixProduct<T>.Of(x, y, z, size, size, size);
            var (native, other) = Timed.InTurns(() => product.Run(plan), () => torch.mm(left, right).Dispose(), threads == 1);
            Console.WriteLine($"| {size} | {typeof(T).Name} | {threads} | {native:0.0} | {other:0.0} | {other / native:0.00} |");
        }
    }
}

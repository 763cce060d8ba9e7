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

    static unsafe void Measure<T>(int size, int threads) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] a = Measured.Numbers<T>(size * size, 1), b = Measured.Numbers<T>(size * size, 2), c = new T[size * size];
        torch.set_num_threads(threads);
        using torch.Tensor left = Tensor.Create(a, [size, size]).ToTorch(), right = Tensor.Create(b, [size, size]).ToTorch();
        Plan plan = Plan.Best with { Threads = threads };
        fixed (T* x = a, y = b, z = c)
        {
            MatrixProduct<T> product = new()
            {
                A = Strided<T>.OfRows(x, size),
                B = Strided<T>.OfRows(y, size),
                C = Strided<T>.OfRows(z, size),
                Rows = size,
                Inner = size,
                Columns = size,
            };
            var (native, other) = Timed.InTurns(() => product.Run(plan), () => torch.mm(left, right).Dispose(), threads == 1);
            Console.WriteLine($"| {size} | {typeof(T).Name} | {threads} | {native:0.0} | {other:0.0} | {other / native:0.00} |");
        }
    }
}

using System.Diagnostics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using Xunit;
namespace ParityNet.Definitions.Tests.References;
public sealed class Timing(ITestOutputHelper output)
{
    [Fact]
    public void Run() { Of<float>(); Of<double>(); }
    void Of<T>() where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var r = new Random(1);
        var xs = Enumerable.Range(0, 2000).Select(_ => Enclosure<T>.Exact((float)(r.NextDouble() * 4 - 2)) * Enclosure<T>.Exact(1.1f)).ToArray();
        Enclosure<T> acc = default;
        void Time(string what, int n, Action a) { a(); var w = Stopwatch.StartNew(); a(); output.WriteLine($"{typeof(T).Name} {what}: {w.Elapsed.TotalNanoseconds / n:F0} ns"); }
        Time("exp", 2000, () => { foreach (var x in xs) acc = Enclosure<T>.Exp(x); });
        Time("mul", 2000, () => { foreach (var x in xs) acc = x * xs[7]; });
        Time("div", 2000, () => { foreach (var x in xs) acc = x / xs[7]; });
        Time("add", 2000, () => { foreach (var x in xs) acc = x + xs[7]; });
        Time("sum", 2000, () => acc = Enclosure<T>.Sum(xs, SumClass.Any));
        Time("host", 2000, () => { foreach (var x in xs) acc = Enclosure<T>.FromHost(Host.One / 3); });
        Tensor<T> Rand(params nint[] s) { var d = new T[ParityNet.Shape.Count(s)]; for (int i = 0; i < d.Length; i++) d[i] = T.CreateTruncating(r.NextDouble() * 4 - 2); return Tensor.Create(d, s); }
        var labels = Tensor.Create(new long[] { 1, 2, 3, 4, 5, 6, 7, 8 }, [8]);
        Time("mse 1000", 1000, () => Definition.Evaluate<T, Enclosure<T>>(new SquaredError(), Operands<T>.Of(Rand(1000), Rand(1000))));
        Time("ce 8x10 per row", 8, () => Definition.Evaluate<T, Enclosure<T>>(new CrossEntropy(), Operands<T>.Of(Rand(8, 10), labels)));
        Time("ce 8x40 per row", 8, () => Definition.Evaluate<T, Enclosure<T>>(new CrossEntropy(), Operands<T>.Of(Rand(8, 40), labels)));
        Time("ce 8x40 smooth per row", 8, () => Definition.Evaluate<T, Enclosure<T>>(new CrossEntropy(0.1), Operands<T>.Of(Rand(8, 40), labels)));
        Time("softmax 8x40 per row", 8, () => Definition.Evaluate<T, Enclosure<T>>(new Softmax(), Operands<T>.Of(Rand(8, 40))));
    }
}

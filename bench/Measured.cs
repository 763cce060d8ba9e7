using System.Numerics.Tensors;
using ParityNet.Parity;
using ParityNet.Training;

namespace ParityNet.Bench;

/// <summary>What the benchmarks measure: the default of every op of the catalogue, on seeded numbers.</summary>
static class Measured
{
    /// <summary>Columns of a row-wise op.</summary>
    public const int Classes = 10;

    public static IEnumerable<string> Names(OpKind kind) => Catalog.Of(kind).Select(op => op.Name);

    public static TSpec Spec<TSpec>(OpKind kind, string name) where TSpec : OpSpec => (TSpec)Catalog.Find(kind, name).Examples[0];

    /// <summary>Numbers between two bounds; the same for every backend.</summary>
    public static float[] Numbers(int count, double low, double high, ulong seed)
    {
        var random = new Xoshiro(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(low + (high - low) * random.NextUnit()))];
    }

    public static Tensor<float> Column(float[] numbers) => Tensor.Create(numbers, [numbers.Length]);
}

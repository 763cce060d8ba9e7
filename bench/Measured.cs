using System.Numerics;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity;

namespace ParityNet.Bench;

/// <summary>What the benchmarks measure: the default of every op of the catalogue, on seeded numbers.</summary>
static class Measured
{
    /// <summary>Columns of rows, channels, and steps of a sequence.</summary>
    const int Columns = 10;

    /// <summary>The work of an op on so many numbers.</summary>
    public static IWork Of<T>(OpSpec spec, int elements, bool gradient) where T : unmanaged, IFloatingPointIeee754<T> => spec switch
    {
        OptimizerSpec s => new OptimizerWork<T>(s, s.RankOf(0) == 2 ? [elements / 100, 100] : [elements]),
        FunctionSpec s => new FunctionWork<T>(s, SampleArguments.Of<T>(s, ShapeOf(s, elements), 1), gradient),
        _ => throw new NotSupportedException($"{nameof(spec)} must be of a kind that is measured: expected a function or an optimizer, got {spec.Name}."),
    };

    /// <summary>The default of an op; of a layer one that fits the shape measured.</summary>
    public static OpSpec Spec(OpKind kind, string name) => Catalog.Find(kind, name).Examples[0] is LayerNorm ? new LayerNorm([Columns]) : Catalog.Find(kind, name).Examples[0];

    /// <summary>Numbers between −1 and 1; the same for every backend.</summary>
    public static T[] Numbers<T>(int count, ulong seed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Xoshiro(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(2 * random.NextUnit() - 1))];
    }

    static nint[] ShapeOf(FunctionSpec spec, int elements)
    {
        FunctionSpec each = spec is LossSpec loss ? loss with { Reduction = Reduction.None } : spec;
        return spec.LeadShapes switch
        {
            ShapeFamily.Sequences => [Columns, elements / Columns / Columns, Columns],
            ShapeFamily.Channels => [elements / Columns / Columns, Columns, Columns],
            _ => each.IsElementwise ? [elements] : [elements / Columns, Columns],
        };
    }
}

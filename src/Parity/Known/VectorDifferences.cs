using System.Collections.Immutable;
using ParityNet.Losses;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>What libtorch does otherwise in losses of vectors.</summary>
static class VectorDifferences
{
    public static ImmutableArray<KnownDifference> All { get; } =
    [
        new("power-of-a-norm-in-float", "triplet_margin_loss", "torch",
            "float64 where p is at least 1 and no float",
            "libtorch's norm keeps p as a float in every element type: 1.7 becomes 1.7000000477.",
            "https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/cpu/ReduceOpsKernel.cpp",
            """{"op":"loss","dtype":"float64","name":"triplet_margin_loss","options":{"margin":3.0,"p":1.7,"eps":1E-16,"reduction":"none"},"inputs":{"anchor":{"shape":[2],"data":[0.0,0.0]},"negative":{"shape":[2],"data":[0.0,0.0]},"positive":{"shape":[2],"data":[0.0,1.0]}},"grad":["anchor"]}""",
            (about, at) => about is FunctionCase<double> { Function: TripletMargin { P: >= 1 } spec } wide && (float)spec.P != spec.P && IsReached(wide, spec, at)),
    ];

    // The logarithm of a norm of n numbers moves by at most ln n/p² where p moves by 1; a slope by p times that.
    static bool IsReached(FunctionCase<double> about, TripletMargin spec, Finding at)
    {
        double[] all = [.. about.Operands.Names.SelectMany(name => about.Operands[name].Numbers.Flat().ToArray().Select(Math.Abs))];
        double share = Math.Abs(spec.P - (float)spec.P) * Math.Log(2.0 + all.Length);
        double cotangent = about.Cotangent is { } c ? c.Flat().ToArray().Max(Math.Abs) : 1;
        double size = at.Quantity == "value" ? 2 * all.Sum() + all.Length * Math.Abs(spec.Epsilon) : 4 * cotangent * all.Length;
        return Reach.Beyond(at) <= share * size;
    }
}

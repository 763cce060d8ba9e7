using System.Collections.Immutable;

namespace ParityNet.Parity.Known;

/// <summary>
/// The laws that matrix products break on processors of AMD, because the order in which MKL sums depends there on memory alignment. On those of
/// Intel they hold.
/// </summary>
static class MatrixLawBreaks
{
    // MKL's page on reproducible results.
    const string Repeatable =
        "https://www.intel.com/content/www/us/en/docs/onemkl/developer-guide-linux/2024-2/obtaining-numerically-reproducible-results.html";

    // Long enough for the vectorized path, with numbers whose sum is rounded in every order.
    const int Length = 16;

    static readonly string Row = string.Join(',', Enumerable.Range(0, Length).Select(i => FormattableString.Invariant($"{1.0 / (i + 3):R}")));

    static readonly string[] OfLinear =
    [
        "same input ⇒ same result, bit for bit", "value alone = value with gradients, bit for bit", "strided view = contiguous copy, bit for bit",
            "cotangent of ones = no cotangent, bit for bit",
        "linear without bias: f(2ᵏx) = 2ᵏ·f(x)",
    ];

    public static ImmutableArray<KnownLawBreak> All { get; } =
    [
        .. OfLinear.Select(law => Of(law, "linear",
            $$$"""{"op":"layer","dtype":"float64","name":"linear","options":{},"inputs":{"input":{"shape":[1,{{{Length}}}],"data":""" +
                $$$"""[{{{Row}}}]},"weight":{"shape":[3,{{{Length}}}],"data":[{{{Row}}},{{{Row}}},{{{Row}}}]}},"grad":["input"]}""")),
        Of(OfLinear[0], "perceptron",
            $$$$"""{"op":"model","dtype":"float64","name":"perceptron","options":{"widths":[{{{{Length}}}},3],"hidden":{"name":"relu","options":""" +
                $$$$"""{}},"output":{"name":"identity","options":{}},"normalization":"none","momentum":0.1,"dropout":0.0,"weights":null},"loss":""" +
                    $$$$"""{"name":"mse_loss","options":{"half":false,"reduction":"mean"}},"params":[{"shape":[3,{{{{Length}}}}],"data":""" +
                        $$$$"""[{{{{Numbers(3, 7919)}}}}]},{"shape":[3],"data":[0.1,0.2,0.3]}],"inputs":{"input":{"shape":""" +
                            $$$$"""[3,{{{{Length}}}}],"data":[{{{{Numbers(3, 104729)}}}}]},"target":{"shape":[3,3],"data":""" +
                                $$$$"""[0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0]}}}"""),
    ];

    // Numbers of both signs, no two rows equal.
    static string Numbers(int rows, int step) =>
        string.Join(',', Enumerable.Range(0, rows * Length).Select(i => FormattableString.Invariant($"{(i * step % 97 - 48) / 9.7:R}")));

    static KnownLawBreak Of(string law, string op, string request) => new(law, op, "torch",
        "The order in which MKL sums products depends, on processors of AMD, on the alignment of its arguments, and TorchSharp "
        + "passes libtorch the managed array, which .NET aligns to 8 bytes only; the environment variable "
        + "MKL_CBWR=COMPATIBLE, which nothing sets by default, makes the bits repeat at the price of speed.",
        Repeatable, request)
    {
        Seen = Sighting.Everywhere with { Library = "MKL", Versions = ["2024.2"], Vendor = "AuthenticAMD" },
    };
}

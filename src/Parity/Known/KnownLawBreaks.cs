using System.Collections.Immutable;

namespace ParityNet.Parity.Known;

/// <summary>The laws that libtorch breaks.</summary>
static class KnownLawBreaks
{
    const string Neighbours = "f(x)ᵢ = f(xᵢ): no dependence on position or length", Cotangents = "Jᵀ(2v) = 2·Jᵀv";

    const string Loops = "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/cpu/Loops.h";

    const string Derivatives = "https://github.com/pytorch/pytorch/blob/v2.10.0/tools/autograd/derivatives.yaml";

    // Enough elements for the vectorized path at every width: the widest kernels take two vectors at a time.
    const int Vectors = 64;

    public static ImmutableArray<KnownLawBreak> All { get; } =
    [
        OfLength("activation", "sigmoid", "{}", ("input", "-0.33")),
        OfLength("activation", "softplus", "{}", ("input", "-0.188")),
        OfLength("activation", "mish", "{}", ("input", "-0.222")),
        OfLength("activation", "elu", "{}", ("input", "-0.126")),
        OfLength("activation", "celu", "{}", ("input", "-0.126")),
        OfLength("activation", "selu", "{}", ("input", "-0.126")),
        OfLength("activation", "silu", "{}", ("input", "-0.33")),
        OfLength("loss", "sigmoid_focal_loss", """{"reduction":"none"}""", ("input", "-0.33"), ("target", "1.0")),
        // oneDNN has one approximation with AVX-512 and another without; each number differs by one of them.
        OfLength("activation", "gelu", "{}", ("input", "-0.188,-3.15")) with
        {
            Reason = "libtorch calls oneDNN for GELU of float32 tensors, which computes "
                + "erf by another approximation than the one for a single element.",
            Seen = Sighting.Everywhere,
        },
        OfLength("activation", "softshrink", "{}", ("input", "-0.1")) with
        {
            Reason = "For |x| ≤ λ libtorch's vectorized code gives 0, and its scalar code for the remaining elements "
                + "x·0, a zero with the sign of x.",
            Seen = Sighting.Everywhere,
        },
        .. MatrixLawBreaks.All,
        new(Cotangents, "categorical_focal_crossentropy", "torch",
            "The backward pass multiplies the cotangent by ln p first, which overflows where |ln p| is near the largest finite "
            + "number: ∞·0 = NaN.",
            Derivatives,
            """{"op":"loss","dtype":"float32","name":"categorical_focal_crossentropy","options":{"gamma":3.0,"reduction":"none"},"inputs":""" +
                """{"input":{"shape":[2],"data":[3.4028235E+38,1.5]},"target":{"dtype":"int64","shape":[1],"data":[1]}},"grad":["input"]}"""),
        new(Cotangents, "kl_div", "torch",
            "The backward pass of xlogy multiplies the cotangent by y before it divides by y, and rounds that product where y is "
            + "subnormal.",
            Derivatives,
            """{"op":"loss","dtype":"float32","name":"kl_div","options":{"base":"bits","reduction":"none"},"inputs":{"input":{"shape":[1],"data":""" +
                """[0.0]},"target":{"shape":[1],"data":[1E-45]}},"grad":["input","target"]}"""),
    ];

    static KnownLawBreak OfLength(string kind, string op, string options, params (string Name, string Numbers)[] inputs) =>
        new(Neighbours, op, "torch",
        "libtorch computes full vectors with one function and the remaining elements with another, and the two differ in the last bit.", Loops,
        $$$"""{"op":"{{{kind}}}","dtype":"float32","name":"{{{op}}}","options":{{{options}}},""" +
            $$$""" "inputs":{{{{string.Join(',', inputs.Select(Many))}}}},"grad":["input"]}""")
        {
            Seen = Sighting.OnVectors,
        };

    // One number or several, separated by commas, again and again.
    static string Many((string Name, string Numbers) input) => $"\"{input.Name}\":" +
        $$"""{"shape":[{{Vectors * input.Numbers.Split(',').Length}}],"data":[{{string.Join(',', Enumerable.Repeat(input.Numbers, Vectors))}}]}""";
}

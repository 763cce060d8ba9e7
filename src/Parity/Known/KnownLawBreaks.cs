using System.Collections.Immutable;

namespace ParityNet.Parity.Known;

/// <summary>The laws that libtorch does not keep.</summary>
static class KnownLawBreaks
{
    const string Neighbours = "f(x)ᵢ = f(xᵢ): no dependence on position or length", Cotangents = "Jᵀ(2v) = 2·Jᵀv";

    const string Loops = "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/cpu/Loops.h";

    const string Derivatives = "https://github.com/pytorch/pytorch/blob/v2.10.0/tools/autograd/derivatives.yaml";

    // So many that vectors of every width take them up: two of the widest at a time.
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
        OfLength("activation", "gelu", "{}", ("input", "-0.188")) with
        {
            Reason = "libtorch hands GELU of whole tensors of floats to oneDNN, which computes the error function otherwise than what a single number gets.",
            Seen = Sighting.Everywhere,
        },
        OfLength("activation", "softshrink", "{}", ("input", "-0.1")) with
        {
            Reason = "libtorch's vectors give 0 where what is left over of them gives the input times 0, which has its sign.",
            Seen = Sighting.Everywhere,
        },
        .. MatrixLawBreaks.All,
        new(Cotangents, "categorical_focal_crossentropy", "torch",
            "The backward multiplies the cotangent by the logarithm first, which overflows for a class as far away as the largest number, and ∞·0 is NaN.", Derivatives,
            """{"op":"loss","dtype":"float32","name":"categorical_focal_crossentropy","options":{"gamma":3.0,"reduction":"none"},"inputs":{"input":{"shape":[2],"data":[3.4028235E+38,1.5]},"target":{"dtype":"int64","shape":[1],"data":[1]}},"grad":["input"]}"""),
        new(Cotangents, "kl_div", "torch",
            "The backward of xlogy multiplies the cotangent by the target before it divides by it, and a subnormal target rounds that product.", Derivatives,
            """{"op":"loss","dtype":"float32","name":"kl_div","options":{"base":"bits","reduction":"none"},"inputs":{"input":{"shape":[1],"data":[0.0]},"target":{"shape":[1],"data":[1E-45]}},"grad":["input","target"]}"""),
    ];

    static KnownLawBreak OfLength(string kind, string op, string options, params (string Name, string Number)[] inputs) => new(Neighbours, op, "torch",
        "libtorch computes whole vectors by one function and what is left over by another, and the two differ in the last bit.", Loops,
        $$$"""{"op":"{{{kind}}}","dtype":"float32","name":"{{{op}}}","options":{{{options}}},"inputs":{{{{string.Join(',', inputs.Select(Many))}}}},"grad":["input"]}""")
    {
        Seen = Sighting.OnVectors,
    };

    static string Many((string Name, string Number) input) =>
        $"\"{input.Name}\":" + $$"""{"shape":[{{Vectors}}],"data":[{{string.Join(',', Enumerable.Repeat(input.Number, Vectors))}}]}""";
}

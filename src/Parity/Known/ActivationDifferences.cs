using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>Disagreements about activations that are understood.</summary>
static class ActivationDifferences
{
    const string Kernels = "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/cpu/Activation.cpp";

    // Both are composed there of operations whose derivatives autograd adds up.
    const string Functional = "https://github.com/pytorch/pytorch/blob/v2.10.0/torch/nn/functional.py";

    // So many that vectors of every width take them up: two of the widest at a time.
    const int Vectors = 64;

    public static ImmutableArray<KnownDifference> All { get; } =
    [
        Of("celu-alpha-as-float", "celu",
            "float64 gradients of negative inputs, where alpha is no float",
            "libtorch rounds alpha to a float before it takes its reciprocal for the gradient.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/tools/autograd/derivatives.yaml", Request("celu", "float64", "-1.0", "\"alpha\":0.3"),
            (position, at) => at.Quantity != "value" && position is { IsDouble: true, X: <= 0, Spec: Celu s } && s.Alpha != (float)s.Alpha
                && position.ExplainsInFloat(at, 2, position.Weight * Steepness(position.X / s.Alpha))),
        Of("softsign-derivative-cancels", "softsign",
            "gradients",
            "Autograd subtracts |x|/(1 + |x|)² from 1/(1 + |x|), two numbers that are near for large x; the definition has 1/(1 + |x|)², in which nothing cancels.",
            Functional, Request("softsign", "float32", "1000.0"),
            (position, at) => at.Quantity != "value" && position.Explains(at, 8, position.Weight / (1 + Math.Abs(position.X)))),
        Of("tanhshrink-cancels", "tanhshrink",
            "values, in proportion to the input, and gradients, in proportion to the cotangent",
            "libtorch subtracts tanh x from x and 1 − tanh² x from 1, which cancels near 0; the definition has forms in which nothing cancels.",
            Functional, Request("tanhshrink", "float32", "0.001"),
            (position, at) => position.Explains(at, 8, at.Quantity == "value" ? position.X : position.Weight)),
        Of("hardsigmoid-sixth-as-float", "hardsigmoid",
            "float64 gradients",
            "libtorch multiplies by 1.0f/6.0f, a float, where the definition has 1/6.",
            Kernels, Request("hardsigmoid", "float64", "0.0"),
            (position, at) => at.Quantity != "value" && position.IsDouble && at.Second == position.Weight * (double)(1f / 6f)),
        .. new[] { "elu", "celu", "selu", "hardtanh", "relu6", "hardshrink", "softshrink", "hardswish" }.Select(op => Of($"{op}-derivative-of-nan", op,
            "gradients at NaN",
            "libtorch's vectors choose another branch for NaN than what is left over of them, whose choice the definition has.",
            "https://github.com/pytorch/pytorch/issues/81138", Request(op, "float32", Many("\"NaN\"")),
            (position, at) => at.Quantity != "value" && double.IsNaN(position.X))),
    ];

    static KnownDifference Of(
        string id, string op, string condition, string reason, string link, string request, Func<ActivationPosition, Finding, bool> covers) =>
        new(id, op, "torch", condition, reason, link, request, (about, at) => ActivationPosition.Of(about, at) is { } position && covers(position, at));

    // How much e^s, and its first factor s, multiply an error of s; e^s falls on the left.
    static double Steepness(double s) => s > 0 ? Math.Exp(s) * (1 + s) : 1;

    static string Many(string number) => string.Join(',', Enumerable.Repeat(number, Vectors));

    static string Request(string op, string dtype, string numbers, string options = "") =>
        $$$"""{"op":"activation","dtype":"{{{dtype}}}","name":"{{{op}}}","options":{{{{options}}}},"inputs":{"input":{"shape":[{{{numbers.Count(c => c == ',') + 1}}}],"data":[{{{numbers}}}]}},"grad":["input"]}""";
}

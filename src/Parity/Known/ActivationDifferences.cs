using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>Known differences of activations.</summary>
static class ActivationDifferences
{
    const string Kernels = "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/cpu/Activation.cpp";

    // PyTorch composes both of primitive operations, whose derivatives autograd sums.
    const string Functional = "https://github.com/pytorch/pytorch/blob/v2.10.0/torch/nn/functional.py";

    const string Gamma = ", with γ₈ = 8u/(1 − 8u) and u the unit roundoff";

    // Enough elements for the vectorized path at every width: the widest kernels take two vectors at a time.
    const int Vectors = 64;

    public static ImmutableArray<KnownDifference> All { get; } =
    [
        Of("celu-alpha-as-float", "celu",
            "float64 gradients where x ≤ 0 and α ≠ fl₃₂(α)",
            "libtorch rounds α to float32 before it takes 1/α for the gradient, where the definition keeps float64.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/tools/autograd/derivatives.yaml", Request("celu", "float64", "-1.0", "\"alpha\":0.3"),
            (position, at) => at.Quantity != "value" && position is { IsDouble: true, X: <= 0, Spec: Celu s } && s.Alpha != (float)s.Alpha
                && position.ExplainsInFloat(at, 2, position.Weight * Steepness(position.X / s.Alpha))),
        Of("softsign-derivative-cancels", "softsign",
            "gradients off by at most γ₈·|cotangent|/(1 + |x|)" + Gamma,
            "Autograd computes 1/(1 + |x|) − |x|/(1 + |x|)², which cancels for "
            + "large |x|; the definition computes 1/(1 + |x|)², which does not.",
            Functional, Request("softsign", "float32", "1000.0"),
            (position, at) => at.Quantity != "value" && position.Explains(at, 8, position.Weight / (1 + Math.Abs(position.X)))),
        Of("tanhshrink-cancels", "tanhshrink",
            "values off by at most γ₈·|x| and gradients by at most γ₈·|cotangent|" + Gamma,
            "libtorch computes x − tanh x and 1 − (1 − tanh² x), which cancel near x = 0; the definition has forms that do not.",
            Functional, Request("tanhshrink", "float32", "0.001"),
            (position, at) => position.Explains(at, 8, at.Quantity == "value" ? position.X : position.Weight)),
        Of("hardsigmoid-sixth-as-float", "hardsigmoid",
            "float64 gradients where −3 < x < 3",
            "libtorch multiplies by the float32 constant 1.0f/6.0f, where the definition has 1/6.",
            Kernels, Request("hardsigmoid", "float64", "0.0"),
            (position, at) => at.Quantity != "value" && position.IsDouble && at.Second == position.Weight * (double)(1f / 6f)),
        .. new[] { "elu", "celu", "selu", "hardtanh", "relu6", "hardshrink", "softshrink", "hardswish" }
            .Select(op => Of($"{op}-derivative-of-nan", op,
            "gradients at x = NaN",
            "At NaN libtorch's vectorized code takes another branch than its scalar "
            + "code for the remaining elements, which the definition follows.",
            "https://github.com/pytorch/pytorch/issues/81138", Request(op, "float32", Many("\"NaN\"")),
            (position, at) => at.Quantity != "value" && double.IsNaN(position.X))),
    ];

    static KnownDifference Of(
        string id, string op, string condition, string reason, string link, string request, Func<ActivationPosition, Finding, bool> covers) =>
        new(id, op, "torch", condition, reason, link, request,
            (about, at) => ActivationPosition.Of(about, at) is { } position && covers(position, at));

    // e^s·(1 + |s|), which bounds the amplification of a relative error of s; at most 1 for s ≤ 0.
    static double Steepness(double s) => s > 0 ? Math.Exp(s) * (1 + s) : 1;

    static string Many(string number) => string.Join(',', Enumerable.Repeat(number, Vectors));

    static string Request(string op, string dtype, string numbers, string options = "") =>
        $$$"""{"op":"activation","dtype":"{{{dtype}}}","name":"{{{op}}}","options":{{{{options}}}},"inputs":{"input":{"shape":""" +
            $$$"""[{{{numbers.Count(c => c == ',') + 1}}}],"data":[{{{numbers}}}]}},"grad":["input"]}""";
}

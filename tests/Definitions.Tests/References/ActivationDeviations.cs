using System.Text.Json;

namespace ParityNet.Definitions.Tests.References;

/// <summary>Where activations of libtorch 1.13.1 lie outside their definitions.</summary>
static class ActivationDeviations
{
    public static IReadOnlyList<KnownDeviation> All { get; } =
    [
        new(
            "values of ELU and its kin on the left",
            "libtorch subtracts 1 from eˣ, which cancels near 0.",
            e => e.Reference.Name is "elu" or "celu" or "selu" && e.Quantity == "value" && X(e) < 0),
        new(
            "slope of celu in double",
            "libtorch rounds α to a float for the gradient.",
            e => e.Reference is { Name: "celu", IsDouble: true } && e.Quantity != "value" && X(e) <= 0 && e.Reference.Number("alpha", 1) == 0.3),
        new(
            "slope of softsign",
            "Autograd subtracts two numbers that are near for large inputs.",
            e => e.Reference.Name == "softsign" && e.Quantity != "value"),
        new(
            "tanhshrink",
            "libtorch subtracts tanh x from x and 1 − tanh² x from 1, which cancels near 0.",
            e => e.Reference.Name == "tanhshrink" && Math.Abs(X(e)) <= 1),
        new(
            "slope of hardsigmoid in double",
            "libtorch multiplies by a sixth as a float.",
            e => e.Reference is { Name: "hardsigmoid", IsDouble: true } && e.Quantity != "value"),
        new(
            "overflow of hardswish",
            "libtorch multiplies by 6 before it divides by 6.",
            e => e.Reference.Name == "hardswish" && e.Quantity == "value" && double.IsInfinity(e.Value)),
        new(
            "softshrink of NaN",
            "libtorch gives 0.",
            e => e.Reference.Name == "softshrink" && e.Quantity == "value" && double.IsNaN(X(e))),
        new(
            "slopes at NaN",
            "libtorch's vectors choose another branch for NaN than its scalars.",
            e => e.Reference.Name is "elu" or "celu" or "selu" or "hardtanh" or "relu6" or "hardshrink" or "softshrink" or "hardswish"
                && e.Quantity != "value" && double.IsNaN(X(e))),
    ];

    static double X(Element e)
    {
        JsonElement number = e.Reference.Request.GetProperty("inputs").GetProperty("input").GetProperty("data")[e.Index];
        return number.ValueKind == JsonValueKind.Number ? number.GetDouble() : number.GetString() == "NaN" ? double.NaN : double.PositiveInfinity;
    }
}

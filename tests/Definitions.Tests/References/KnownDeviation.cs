namespace ParityNet.Definitions.Tests.References;

/// <summary>A place where libtorch 1.13.1 is known to lie outside its definition.</summary>
public sealed record KnownDeviation(string Name, string Reason, Func<Element, bool> Covers)
{
    public static IReadOnlyList<KnownDeviation> All { get; } =
    [
        new(
            "gelu in float",
            "oneDNN computes the error function by a polynomial that is off by about 3e-7.",
            e => e.Reference is { Name: "gelu", IsDouble: false } && e.Reference.Option("approximate")?.GetString() != "tanh"),
        new(
            "slope of binary_cross_entropy_with_logits with pos_weight",
            "libtorch subtracts q·y from (q·y + 1 − y)·σ(x), which cancels, and takes ln(1 − σ(x)) for the slope by the target.",
            e => e.Reference.Name == "binary_cross_entropy_with_logits"
                && e.Quantity != "value" && e.Reference.Request.GetProperty("inputs").TryGetProperty("pos_weight", out _)),
        .. ActivationDeviations.All,
        new(
            "parameters of nadam in PyTorch 1.13",
            "The weight of the mean divides by 1 − P·μₜ·μₜ₊₁, one μ too many; PyTorch 2.0 mended it (pytorch#92699), and that is the definition.",
            e => e.Reference.Name == "nadam" && e.Reference.Case.Contains("PyTorch 1.13", StringComparison.Ordinal)
                && e.Quantity.Contains("parameter", StringComparison.Ordinal)),
    ];
}

using System.Collections.Immutable;
using static ParityNet.Parity.Planted.PlantedFunctions;

namespace ParityNet.Parity.Planted;

/// <summary>Slips of derivation and common approximations, which the dictionary tries beside the museum's errors.</summary>
static class UsualMistakes
{
    public static ImmutableArray<PlantedError> All { get; } =
    [
        Change("the derivative 1 − x² of the input, not of the value", "tanh", () => new OwnDerivative((_, x) => 1 - x * x)),
        Change("the derivative x(1 − x) of the input, not of the value", "sigmoid", () => new OwnDerivative((_, x) => x * (1 - x))),
        Change("the derivative without its second term, x·σ′(x)", "silu", () => new OwnDerivative((_, x) => 1 / (1 + Math.Exp(-x)))),
        Value("x·σ(1.702x), the quick form", "gelu", (s, x, y, v) => x / (1 + Math.Exp(-1.702 * x))),
        AdamVariant.Of("the root left out: the mean square itself is divided by", (s, x, p) =>
            p with { Denominator = (s.AmsGrad ? p.Max : p.V) / p.Correction2 + s.Epsilon }),
        AdamVariant.Of("|g| averaged in place of g²", (s, x, p) => p with { V = s.Beta2 * x["exp_avg_sq"] + (1 - s.Beta2) * Math.Abs(p.G) }),
    ];
}

using System.Collections.Immutable;
using ParityNet.Activations;
using static ParityNet.Parity.Planted.PlantedFunctions;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in activations beside those of <see cref="PlantedFunctions"/>.</summary>
static class PlantedActivations
{
    public static ImmutableArray<PlantedError> All { get; } =
    [
        Spec<Elu>("α is 1 always", "elu", s => s with { Alpha = 1 }),
        Derivative("derivative 1 at 0", "elu", (s, x, y, g) => x == 0 ? 1 : g),
        Value("1 subtracted from eˣ", "elu", (s, x, y, v) => x is < 0 and > -0.01 ? ((Elu)s).Alpha * ((float)Math.Exp(x) - 1) : v),
        Derivative("the derivative from the value, which cancels", "elu", (s, x, y, g) => x < -8 ? (float)((float)-1 + Math.Exp(x)) + 1 : g),
        Spec<Celu>("α is 1 always", "celu", s => s with { Alpha = 1 }),
        Value("α not in the exponent", "celu", (s, x, y, v) => x < 0 ? ((Celu)s).Alpha * Math.Exp(x) - ((Celu)s).Alpha * 1.25 : v),
        Derivative("α at 0, as ELU has it", "celu", (s, x, y, g) => x == 0 ? g * ((Celu)s).Alpha : g),
        Value("α and the scale rounded to three digits", "selu", (s, x, y, v) => x > 0 ? 1.051 * x : 1.051 * 1.673 * (Math.Exp(x) - 1)),
        Derivative("the scale missing on the right", "selu", (s, x, y, g) => x > 0 ? 1 : g),
        Value("0.2x + ½, as Keras 2 has it", "hardsigmoid", (s, x, y, v) => Math.Clamp(0.2 * x + 0.5, 0, 1)),
        Derivative("derivative 1/6 at both ends", "hardsigmoid", (s, x, y, g) => Math.Abs(x) == 3 ? 1.0 / 6 : g),
        Value("the soft sigmoid", "hardswish", (s, x, y, v) => x / (1 + Math.Exp(-x))),
        Derivative("the derivative of the middle at −3", "hardswish", (s, x, y, g) => x == -3 ? -0.5 : g),
        Derivative("the derivative of the middle at 3", "hardswish", (s, x, y, g) => x == 3 ? 1.5 : g),
        Spec<Hardtanh>("from −1 to 1 always", "hardtanh", s => new Hardtanh()),
        Derivative("derivative 1 at both bounds, as clamp has it", "hardtanh", (s, x, y, g) => x == ((Hardtanh)s).Minimum
            || x == ((Hardtanh)s).Maximum ? 1 : g),
        Value("beyond the bounds", "hardtanh", (s, x, y, v) => v * 1.25),
        Value("2 at most", "relu6", (s, x, y, v) => Math.Min(v, 2)),
        Spec<ReLU6>("no upper bound", "relu6", s => new ReLU()),
        Derivative("derivative 1 at 6", "relu6", (s, x, y, g) => x == 6 ? 1 : g),
        Spec<Hardshrink>("λ is ½ always", "hardshrink", s => new Hardshrink()),
        Value("λ itself is kept", "hardshrink", (s, x, y, v) => Math.Abs(x) == ((Hardshrink)s).Lambda ? x : v),
        Value("only positive numbers are kept", "hardshrink", (s, x, y, v) => x < 0 ? 0 : v),
        Spec<Softshrink>("λ is ½ always", "softshrink", s => new Softshrink()),
        Value("shrunk hard", "softshrink", (s, x, y, v) => v == 0 ? v : x),
        Derivative("derivative 1 at λ", "softshrink", (s, x, y, g) => Math.Abs(x) == ((Softshrink)s).Lambda ? 1 : g),
        Value("the root of the square", "softsign", (s, x, y, v) => x / Math.Sqrt(1 + x * x)),
        Value("the size missing below", "softsign", (s, x, y, v) => x / (1 + x)),
        Derivative("the derivative not squared", "softsign", (s, x, y, g) => x > 0 ? 1 / (1 + x) : g),
        Value("the tangent added", "tanhshrink", (s, x, y, v) => x + Math.Tanh(x)),
        Value("cancelled", "tanhshrink", (s, x, y, v) => Math.Abs(x) < 0.1 ? x - (float)Math.Tanh(x) : v),
        Derivative("the derivative of the tangent", "tanhshrink", (s, x, y, g) => 1 - g),
        Value("kept at the limit", "threshold", (s, x, y, v) => x == ((Threshold)s).Limit ? x : v),
        Value("0 instead of the value", "threshold", (s, x, y, v) => x > ((Threshold)s).Limit ? v : 0),
        Value("the sides swapped", "threshold", (s, x, y, v) => x > ((Threshold)s).Limit ? ((Threshold)s).Value : x),
        Derivative("derivative 1 at the limit", "threshold", (s, x, y, g) => x == ((Threshold)s).Limit ? 1 : g),
        Value("above 0 on the right", "logsigmoid", (s, x, y, v) => x > 0 ? v + 0.25 : v),
        Derivative("the derivative of softplus", "logsigmoid", (s, x, y, g) => 1 - g),
        Value("the sigmoid of 1.702x", "silu", (s, x, y, v) => x / (1 + Math.Exp(-1.702 * x))),
        Value("a bump", "silu", (s, x, y, v) => x > 0 ? v * 1.01 : v),
        Derivative("the derivative of the sigmoid missing", "silu", (s, x, y, g) => 1 / (1 + Math.Exp(-x))),
        Value("the sigmoid for the tangent", "mish", (s, x, y, v) => x / (1 + Math.Exp(-x))),
        Derivative("overflow: NaN where eˣ is infinite", "mish", (s, x, y, g) => x > 89 ? double.NaN : g),
        Spec<RReLU>("the largest derivative in evaluation", "rrelu", s => s.Training ? s : s with { Lower = s.Upper }),
        Change("the noise dropped", "rrelu", () => new OtherArguments("noise")),
        Value("the gate twice as wide open", "glu", (s, x, y, v) => 2 * v),
        Value("a constant added", "glu", (s, x, y, v) => v + 0.25),
        Value("not normalised", "softmin", (s, x, y, v) => v * 1.25),
        Spec<Softmin>("softmax", "softmin", s => new Softmax(s.Dimension)),
        Derivative("the sign of softmax", "softmin", (s, x, y, g) => -g),
    ];
}

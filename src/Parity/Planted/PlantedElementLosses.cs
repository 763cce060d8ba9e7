using System.Collections.Immutable;
using ParityNet.Losses;
using static ParityNet.Parity.Planted.PlantedFunctions;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in losses of a prediction and a target; those with a link were made by real libraries.</summary>
static class PlantedElementLosses
{
    static double Overflow(double exponent) => Math.Exp(exponent) > float.MaxValue ? double.PositiveInfinity : 0;

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Spec<PoissonNegativeLogLikelihood>("the rate taken for its logarithm", "poisson_nll_loss", s => s with { LogInput = !s.LogInput }),
        Spec<PoissonNegativeLogLikelihood>("Stirling's term left out", "poisson_nll_loss", s => s with { Full = false }),
        Spec<PoissonNegativeLogLikelihood>("ε is 10⁻⁸ always", "poisson_nll_loss", s => s with { Epsilon = 1e-8 }),
        Value("Stirling's term from 0 on", "poisson_nll_loss", (s, x, y, v) =>
            s is PoissonNegativeLogLikelihood { Full: true } && y is > 0 and <= 1 ? v + y * Math.Log(y) - y + 0.5 * Math.Log(2 * Math.PI * y) : v),
        Value("Stirling's term times the rate", "poisson_nll_loss", (s, x, y, v) => s is PoissonNegativeLogLikelihood { Full: true } ? v + x * y : v),
        Derivative("the count missing from the derivative", "poisson_nll_loss", (s, x, y, g) => g + y),
        Value("a dip", "poisson_nll_loss", (s, x, y, v) => x > 0.5 ? v - 3 * x : v),
        // pytorch#77529.
        Value("overflow: the exponential as it is written", "soft_margin_loss", (s, x, y, v) => v + Overflow(-x * y)),
        Value("log(1 + t) for log1p", "soft_margin_loss", (s, x, y, v) => x * y is > 5 and < 80
            ? (float)Math.Log(1 + (double)(float)Math.Exp(-x * y)) * 2 : v),
        Value("in bits", "soft_margin_loss", (s, x, y, v) => v / Math.Log(2)),
        Derivative("the derivative without its target", "soft_margin_loss", (s, x, y, g) => g * -y),
        Derivative("the derivative twice", "soft_margin_loss", (s, x, y, g) => g * 2),
        Value("negated", "soft_margin_loss", (s, x, y, v) => -v),
        Spec<HingeEmbedding>("the margin is 0 always", "hinge_embedding_loss", s => s with { Margin = 0 }),
        Derivative("no derivative at the margin itself", "hinge_embedding_loss", (s, x, y, g) => y == -1 && x == (float)((HingeEmbedding)s).Margin
            ? 0 : g),
        Value("any other mark is different", "hinge_embedding_loss", (s, x, y, v) => y is 1 or -1 ? v : Math.Max(0, ((HingeEmbedding)s).Margin - x)),
        Value("the size of a similar pair", "hinge_embedding_loss", (s, x, y, v) => y == 1 ? Math.Abs(x) : v),
        Derivative("derivative beyond the margin", "hinge_embedding_loss", (s, x, y, g) => y == -1 ? g * 2 : g),
        Value("ln 2 not subtracted", "log_cosh", (s, x, y, v) => v + Math.Log(2)),
        Value("overflow: the hyperbolic cosine as it is written", "log_cosh", (s, x, y, v) => v + Overflow(Math.Abs(x - y))),
        Value("ln 2 subtracted in float", "log_cosh", (s, x, y, v) => ((LossSpec)s).Reduction == Reduction.None && Math.Abs(x - y) < 0.01
            ? (float)(v + 1) - 1 : v),
        Value("half the square everywhere", "log_cosh", (s, x, y, v) => 0.5 * (x - y) * (x - y)),
        Derivative("the sign for the derivative", "log_cosh", (s, x, y, g) => Math.Sign(g)),
        Spec<QuantileError>("the quantile exchanged with its complement", "quantile_loss", s => s with { Quantile = 1 - s.Quantile }),
        Spec<QuantileError>("the quantile is ½ always", "quantile_loss", s => s with { Quantile = 0.5 }),
        Derivative("derivative 1 − q where both are equal", "quantile_loss", (s, x, y, g) => x == y ? 1 - ((QuantileError)s).Quantile : g),
        Value("twice as large", "quantile_loss", (s, x, y, v) => v * 2),
        Value("twice as large above the target", "quantile_loss", (s, x, y, v) => x > y ? v * 2 : v),
        Value("a share, not percent", "mean_absolute_percentage_error", (s, x, y, v) => v / 100),
        Value("divided by the target with its sign", "mean_absolute_percentage_error", (s, x, y, v) => y < 0 ? -v : v),
        Value("divided by nothing", "mean_absolute_percentage_error", (s, x, y, v) => 100 * Math.Abs(x - y)),
        Spec<AbsolutePercentageError>("ε is 10⁻⁷ always", "mean_absolute_percentage_error", s => s with { Epsilon = 1e-7 }),
        Spec<SquaredLogarithmicError>("ε is 10⁻⁷ always", "mean_squared_logarithmic_error", s => s with { Epsilon = 1e-7 }),
        Value("the sign kept", "mean_squared_logarithmic_error", (s, x, y, v) => x > y ? -v : v),
        Value("the logarithm to base 2", "mean_squared_logarithmic_error", (s, x, y, v) => v / Math.Log(2) / Math.Log(2)),
        Derivative("the derivative as if nothing were clamped", "mean_squared_logarithmic_error", (s, x, y, g) => g == 0 ? 1 : g),
        Value("the hinge itself", "squared_hinge", (s, x, y, v) => Math.Sqrt(v)),
        Derivative("the derivative without its factor", "squared_hinge", (s, x, y, g) => g / 2),
        Value("nothing beyond the margin cut off", "squared_hinge", (s, x, y, v) => (1 - x * y) * (1 - x * y)),
        Value("a margin of 1", "perceptron_loss", (s, x, y, v) => Math.Max(0, 1 - x * y)),
        Derivative("derivative on the boundary", "perceptron_loss", (s, x, y, g) => x * y == 0 ? -y : g),
        Value("negated", "perceptron_loss", (s, x, y, v) => -v),
        Spec<SigmoidFocal>("γ is 2 always", "sigmoid_focal_loss", s => s with { Gamma = 2 }),
        Spec<SigmoidFocal>("α dropped", "sigmoid_focal_loss", s => s with { Alpha = SigmoidFocal.Unweighted }),
        Spec<SigmoidFocal>("α for the other outcome", "sigmoid_focal_loss", s => s.Alpha == SigmoidFocal.Unweighted ? s
            : s with { Alpha = 1 - s.Alpha }),
        Spec<SigmoidFocal>("0 for no weights", "sigmoid_focal_loss", s => s.Alpha == SigmoidFocal.Unweighted ? s with { Alpha = 0 } : s),
        Derivative("the weight of the cross-entropy taken as a constant", "sigmoid_focal_loss", (s, x, y, g) => g * 0.75),
        Value("more focus, more loss", "sigmoid_focal_loss", (s, x, y, v) => v * (1 + ((SigmoidFocal)s).Gamma) * (1 + ((SigmoidFocal)s).Gamma) * 8),
        Value("half of it from −1 on", "sparsemax_loss", (s, x, y, v) => v / 2),
        Value("0 beyond the margin on the wrong side", "sparsemax_loss", (s, x, y, v) => v >= 1 ? 0 : v),
        Derivative("the derivative of the sigmoid", "sparsemax_loss", (s, x, y, g) => g * (1 - Math.Abs(g))),
        Derivative("the derivative of the outcome 0", "sparsemax_loss", (s, x, y, g) => Math.Abs(g)),
    ];
}

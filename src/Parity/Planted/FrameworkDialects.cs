using System.Collections.Immutable;
using ParityNet.Optimizers;
using static ParityNet.Parity.Planted.PlantedFunctions;

namespace ParityNet.Parity.Planted;

/// <summary>Ways of other frameworks to compute an op of the same name that no option describes; the dictionary tries them too.</summary>
static class FrameworkDialects
{
    // The ε that Keras and TensorFlow.js have where float is the type.
    const double Epsilon = 1e-7;

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Rule<Adadelta>("the mean square of gradients is that before the step: the first step is SGD's, −η·g", "adadelta", (s, x) =>
        {
            double v = x["square_avg"], u = x["acc_delta"], step = Math.Sqrt(u + s.Epsilon) / Math.Sqrt(v + s.Epsilon) * x.G;
            return (x with { P = x.P - x.Rate * step })
                .Set("square_avg", s.Rho * v + (1 - s.Rho) * x.G * x.G).Set("acc_delta", s.Rho * u + (1 - s.Rho) * step * step);
        }).After(Published.TensorFlowOptimizer("adadelta")),
        Rule<Adagrad>("ε is 1e-7 and stands under the root, √(Σg² + ε)", "adagrad", (s, x) =>
        {
            double sum = x["sum"] + x.G * x.G;
            return (x with { P = x.P - x.Rate * x.G / Math.Sqrt(sum + Epsilon) }).Set("sum", sum);
        }).After(Published.TensorFlowOptimizer("adagrad")),
        Rule<RmsProp>("ε stands under the root, where centered as √(s − ḡ² − ε); momentum is a velocity", "rmsprop", (s, x) =>
        {
            double v = s.Alpha * x["square_avg"] + (1 - s.Alpha) * x.G * x.G;
            double mean = s.Alpha * x["grad_avg"] + (1 - s.Alpha) * x.G;
            double root = Math.Sqrt(s.Centered ? v - (mean * mean + s.Epsilon) : v + s.Epsilon);
            double velocity = s.Momentum * x["momentum_buffer"] + x.Rate * x.G / root;
            return (x with { P = x.P - velocity }).Set("square_avg", v).Set("grad_avg", mean).Set("momentum_buffer", velocity);
        }).After(Published.TensorFlowOptimizer("rmsprop")),
        Change("1e-7 is added within both logarithms, ln(p + ε) and ln(1 − p + ε)", "binary_cross_entropy", () => new OtherElements(
            (p, y) => -y * Math.Log(p + Epsilon) - (1 - y) * Math.Log(1 - p + Epsilon),
            (p, y) => -y / (p + Epsilon) + (1 - y) / (1 - p + Epsilon))).After(Published.TensorFlowLosses),
        Change("probabilities are clipped to 1e-7 and 1 − 1e-7, and have no gradient beyond", "binary_cross_entropy", () => new OtherElements(
            (p, y) => -y * Math.Log(Clipped(p)) - (1 - y) * Math.Log(1 - Clipped(p)),
            (p, y) => p == Clipped(p) ? (p - y) / (p * (1 - p)) : 0)).After(Published.KerasLosses),
        Change("probabilities are clipped to 1e-7 and 1, and have no gradient beyond", "kl_div", () => new OtherElements(
            (x, y) => y * Math.Log(AboveEpsilon(y) / AboveEpsilon(Math.Exp(x))),
            (x, y) => Math.Exp(x) == AboveEpsilon(Math.Exp(x)) ? -y : 0)).After(Published.KerasLosses),
        Change("the slope is 1/5 and the corners are at ±2.5, as in Keras 2", "hardsigmoid", () => new OtherElements(
            (x, _) => Math.Clamp(0.2 * x + 0.5, 0, 1), (x, _) => Math.Abs(x) < 2.5 ? 0.2 : 0)).After(Published.KerasLosses),
    ];

    static double AboveEpsilon(double p) => Math.Clamp(p, (float)Epsilon, 1);

    static PlantedError Rule<TSpec>(string name, string op, Func<TSpec, OtherRule.One, OtherRule.One> rule) where TSpec : OptimizerSpec =>
        new(name, op, right => new OtherRule(right, (spec, x) => rule((TSpec)spec, x)));

    static double Clipped(double p) => Math.Clamp(p, (float)Epsilon, (float)(1 - Epsilon));
}

using System.Collections.Immutable;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in optimizers, most of them made by real libraries once.</summary>
static class PlantedOptimizers
{
    static PlantedError Spec<TSpec>(string name, string op, Func<TSpec, OpSpec> change) where TSpec : OpSpec =>
        new(name, op, right => new OtherSpec(right, spec => spec is TSpec its ? change(its) : spec));

    static PlantedError Rule<TSpec>(string name, string op, Func<TSpec, OtherRule.One, OtherRule.One> rule) where TSpec : OptimizerSpec =>
        new(name, op, right => new OtherRule(right, (spec, x) => rule((TSpec)spec, x)));

    static double Root(Adam s, AdamVariant.Parts p) => Math.Sqrt(s.AmsGrad ? p.Max : p.V);

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Spec<Adam>("ε ten times as large", "adam", s => s with { Epsilon = 10 * s.Epsilon }),
        Spec<Adam>("ε left out", "adam", s => s with { Epsilon = 0 }),
        Spec<Adam>("βs swapped", "adam", s => s with { Beta1 = s.Beta2, Beta2 = s.Beta1 }),
        Spec<Adam>("maximize ignored", "adam", s => s with { Maximize = false }),
        Spec<Adam>("weight decay dropped", "adam", s => s with { WeightDecay = 0 }),
        AdamVariant.Of("ε before the bias correction (ε̂)", (s, x, p) =>
            p with { Denominator = (Root(s, p) + s.Epsilon) / Math.Sqrt(p.Correction2) })
            .After("pytorch#22628", "pytorch#2060", "pytorch#41477", "tensorflow#35102", "keras#17391", "higher#71", "transformers#35504"),
        AdamVariant.Of("ε inside the root", (s, x, p) => p with { Denominator = Math.Sqrt((s.AmsGrad ? p.Max : p.V) / p.Correction2 + s.Epsilon) })
            .After("optax#571"),
        AdamVariant.Of("t − 1 in the exponents", (s, x, p) => x.T == 1 ? p
            : p with { Correction1 = 1 - Math.Pow(s.Beta1, x.T - 1), Correction2 = 1 - Math.Pow(s.Beta2, x.T - 1) }),
        AdamVariant.Of("t + 1 in the exponents", (s, x, p) =>
            p with { Correction1 = 1 - Math.Pow(s.Beta1, x.T + 1), Correction2 = 1 - Math.Pow(s.Beta2, x.T + 1) }),
        AdamVariant.Of("no bias correction", (s, x, p) => p with { Correction1 = 1, Correction2 = 1 }),
        AdamVariant.Of("the mean square not corrected", (s, x, p) => p with { Correction2 = 1 }),
        AdamVariant.Of("β² as a float power", (s, x, p) => p with { Correction2 = 1 - MathF.Pow((float)s.Beta2, x.T) }),
        AdamVariant.Of("AMSGrad keeps the corrected mean square", (s, x, p) => p with { Max = Math.Max(x["max_exp_avg_sq"], p.V / p.Correction2) })
            .After("optax#1389", "pytorch#142323"),
        AdamVariant.Of("AMSGrad forgets its maximum", (s, x, p) => p with { Max = p.V }),
        AdamVariant.Of("AMSGrad's maximum not moved (PyTorch 1.12, foreach)", (s, x, p) => p with { Max = x["max_exp_avg_sq"] })
            .After("pytorch#78807"),
        AdamVariant.Of("the mean corrected in place", (s, x, p) => p with { M = p.M / p.Correction1, Correction1 = 1 }).After("holocron#1"),
        AdamVariant.Of("(g − m)² instead of g²", (s, x, p) => p with { V = s.Beta2 * x["exp_avg_sq"] + (1 - s.Beta2) * (p.G - p.M) * (p.G - p.M) }),
        AdamVariant.Of("decay after the negation's step too", (s, x, p) => p with { After = -x.Rate * s.WeightDecay * x.P }),
        AdamVariant.Of("|g| instead of g", (s, x, p) => p with { M = s.Beta1 * x["exp_avg"] + (1 - s.Beta1) * Math.Abs(p.G) }),
        Spec<AdamW>("decay coupled to the gradient", "adamw", s =>
            new Adam(s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize)),
        Spec<AdamW>("decay of the wrong sign", "adamw", s => s with { WeightDecay = 2 * s.WeightDecay }),
        Spec<AdamW>("AMSGrad ignored", "adamw", s => s with { AmsGrad = false }),
        Spec<Sgd>("Nesterov ignored", "sgd", s => new Sgd(s.LearningRate, s.Momentum, s.Dampening, s.WeightDecay, false, s.Maximize, s.Form)),
        Spec<Sgd>("weight decay dropped", "sgd", s => s with { WeightDecay = 0 }),
        Rule<Sgd>("Nesterov adds the buffer whole", "sgd", (s, x) =>
        {
            double g = (s.Maximize ? -x.G : x.G) + s.WeightDecay * x.P, b = s.Momentum > 0 && x.T > 1 ? s.Momentum
                * x["momentum_buffer"] + (1 - s.Dampening) * g : g;
            return (x with { P = x.P - x.Rate * (s.Nesterov ? g + b : b) }).Set("momentum_buffer", b);
        }),
        Spec<Sgd>("dampening ignored", "sgd", s => s with { Dampening = 0 }),
        Spec<Sgd>("the velocity does not look ahead", "sgd", s => s.Form == MomentumForm.Velocity
            ? new Sgd(s.LearningRate, s.Momentum, 0, s.WeightDecay, false, s.Maximize, s.Form) : s),
        Spec<Adam>("ε under the root added outside it", "adam", s => s with { Epsilon = s.Epsilon + s.EpsilonRoot, EpsilonRoot = 0 }),
        Spec<Adam>("no ε under the root", "adam", s => s with { EpsilonRoot = 0 }),
        Spec<AdamW>("no ε under the root", "adamw", s => s with { EpsilonRoot = 0 }),
        Spec<RAdam>("a threshold of 5 always", "radam", s => s with { Threshold = 5 }),
        Spec<Sgd>("velocity kept as a buffer", "sgd", s => s with { Form = MomentumForm.Buffer }),
        Rule<Sgd>("maximize negates after the decay", "sgd", (s, x) =>
        {
            double g = (x.G + s.WeightDecay * x.P) * (s.Maximize ? -1 : 1);
            double b = s.Momentum > 0 && x.T > 1 ? s.Momentum * x["momentum_buffer"] + (1 - s.Dampening) * g : g;
            return (x with { P = x.P - x.Rate * (s.Nesterov ? g + s.Momentum * b : b) }).Set("momentum_buffer", b);
        }).After(Published.SharpOptimizer("SGD")),
        Rule<Sgd>("the first momentum dampened", "sgd", (s, x) =>
        {
            double g = (s.Maximize ? -x.G : x.G) + s.WeightDecay * x.P, b = s.Momentum * x["momentum_buffer"] + (1 - s.Dampening) * g;
            return (x with { P = x.P - x.Rate * (s.Momentum == 0 ? g : s.Nesterov ? g + s.Momentum * b : b) }).Set("momentum_buffer", b);
        }),
        Rule<Sgd>("a constant step beside the gradient's", "sgd", (s, x) =>
            (x with { P = x.P - x.Rate * (x.G + 1), T = x.T }).Set("momentum_buffer", x.G + 1)),
        Rule<RmsProp>("ε inside the root", "rmsprop", (s, x) => Rms(s, x, v => Math.Sqrt(v + s.Epsilon))),
        Rule<RmsProp>("the mean of g², not of (1 − α)g²", "rmsprop", (s, x) => Rms(s, x with { G = x.G * 2 }, v => Math.Sqrt(v) + s.Epsilon)),
        Spec<RmsProp>("not centered", "rmsprop", s => s with { Centered = false }),
        Rule<Adagrad>("the rate decays from t, not t − 1", "adagrad", (s, x) => Ada(s, x, x.Rate / (1 + x.T * s.LearningRateDecay), g => g * g)),
        Rule<RmsProp>("the new square not weighed", "rmsprop", (s, x) =>
        {
            double g = (s.Maximize ? -x.G : x.G) + s.WeightDecay * x.P, v = s.Alpha * x["square_avg"] + g * g;
            return (x with { P = x.P - x.Rate * g / (Math.Sqrt(v) + s.Epsilon) }).Set("square_avg", v);
        }),
        Rule<Adagrad>("the rate grows with t", "adagrad", (s, x) => Ada(s, x, x.Rate * x.T, g => g * g)),
        Rule<Adagrad>("|g| added instead of g²", "adagrad", (s, x) => Ada(s, x, x.Rate / (1 + (x.T - 1) * s.LearningRateDecay), Math.Abs)),
        Rule<Adagrad>("squares subtracted", "adagrad", (s, x) => Ada(s, x, x.Rate / (1 + (x.T - 1) * s.LearningRateDecay), g => -g * g)),
        Spec<Adagrad>("ε left out", "adagrad", s => s with { Epsilon = 0 }),
        Spec<Adadelta>("ρ squared", "adadelta", s => s with { Rho = s.Rho * s.Rho }),
        Spec<Adadelta>("ε ten times as large", "adadelta", s => s with { Epsilon = 10 * s.Epsilon }),
        Spec<Adadelta>("the learning rate left out", "adadelta", s => s with { LearningRate = 1 }),
    ];

    static OtherRule.One Rms(RmsProp s, OtherRule.One x, Func<double, double> divisor)
    {
        double g = (s.Maximize ? -x.G : x.G) + s.WeightDecay * x.P;
        double v = s.Alpha * x["square_avg"] + (1 - s.Alpha) * g * g, mean = s.Alpha * x["grad_avg"] + (1 - s.Alpha) * g;
        double step = g / divisor(s.Centered ? v - mean * mean : v), b = s.Momentum * x["momentum_buffer"] + step;
        return (x with { P = x.P - x.Rate * (s.Momentum > 0 ? b : step) }).Set("square_avg", v).Set("grad_avg", mean).Set("momentum_buffer", b);
    }

    static OtherRule.One Ada(Adagrad s, OtherRule.One x, double rate, Func<double, double> square)
    {
        double g = (s.Maximize ? -x.G : x.G) + s.WeightDecay * x.P, sum = x["sum"] + square(g);
        return (x with { P = x.P - rate * g / (Math.Sqrt(Math.Abs(sum)) + s.Epsilon) }).Set("sum", sum);
    }
}

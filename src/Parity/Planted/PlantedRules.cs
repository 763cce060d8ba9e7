using System.Collections.Immutable;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in Adam's relatives and in rules of signs. What was met in a library names it.</summary>
static partial class PlantedRules
{
    static PlantedError Spec<TSpec>(string name, string op, Func<TSpec, OpSpec> change) where TSpec : OpSpec =>
        new(name, op, right => new OtherSpec(right, spec => spec is TSpec its ? change(its) : spec));

    static PlantedError Rule<TSpec>(string name, string op, Func<TSpec, OtherRule.One, OtherRule.One> rule) where TSpec : OptimizerSpec =>
        new(name, op, right => new OtherRule(right, (spec, x) => rule((TSpec)spec, x)));

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Spec<Adamax>("ε outside the maximum", "adamax", s => s with { Placement = EpsilonPlacement.Outside }).After(Published.KerasAdamax),
        Spec<Adamax>("ε left out", "adamax", s => s with { Epsilon = 0 }),
        Spec<Adamax>("maximize ignored", "adamax", s => s with { Maximize = false }).After(Published.SharpOptimizer("Adamax")),
        Rule<Adamax>("the old maximum not faded", "adamax", (s, x) => Max(s, x, (old, g) => Math.Max(old, Math.Abs(g) + s.Epsilon))),
        Rule<Adamax>("the newest size alone", "adamax", (s, x) => Max(s, x, (old, g) => Math.Abs(g) + s.Epsilon)),
        Rule<Adamax>("the smaller size", "adamax", (s, x) => Max(s, x, (old, g) => Math.Min(s.Beta2 * old, Math.Abs(g) + s.Epsilon))),
        Rule<Adamax>("sizes without their signs taken off", "adamax", (s, x) => Max(s, x, (old, g) => Math.Max(s.Beta2 * old, g + s.Epsilon))),

        Rule<RAdam>("the learning rate squared where it rectifies", "radam", (s, x) => Rectified(s, x, rate: x.Rate * x.Rate))
            .After(Published.SharpOptimizer("RAdam")),
        Rule<RAdam>("rectified from ρ > 4 on", "radam", (s, x) => Rectified(s, x, threshold: 4)),
        Rule<RAdam>("no ε", "radam", (s, x) => Rectified(s, x, epsilon: 0)).After(Published.TorchOptimizer("radam")),
        Rule<RAdam>("ε inside the root", "radam", (s, x) => Rectified(s, x, inside: true)).After(Published.TorchOptimizer("radam")),
        Rule<RAdam>("t without its 2 in ρ", "radam", (s, x) => Rectified(s, x, twice: 1)),
        Rule<RAdam>("never rectified", "radam", (s, x) => Rectified(s, x, threshold: double.PositiveInfinity)),
        Spec<RAdam>("0.002 for 0.001", "radam", s => s.LearningRate == 1e-3 ? s with { LearningRate = 2e-3 } : s)
            .After(Published.SharpOptimizer("RAdam")),
        Spec<RAdam>("decay coupled to the gradient", "radam", s => s with { DecoupledWeightDecay = false }),
        Spec<RAdam>("maximize ignored", "radam", s => s with { Maximize = false }).After(Published.SharpOptimizer("RAdam")),

        Spec<NAdam>("maximize ignored", "nadam", s => s with { Maximize = false }).After(Published.SharpOptimizer("NAdam")),
        Spec<NAdam>("decay coupled to the gradient", "nadam", s => s with { DecoupledWeightDecay = false }),
        Spec<NAdam>("ψ fixed at 1", "nadam", s => s with { MomentumDecay = 1 }).After(Published.KerasNAdam),
        Rule<NAdam>("one μ too many", "nadam", (s, x) => Nesterov(s, x, x["mu_product"], extra: s.MomentumAt(x.T)))
            .After(Published.TorchOptimizer("nadam"), Published.SharpOptimizer("NAdam"), "pytorch#92699"),
        Rule<NAdam>("the product of all μ kept at 0", "nadam", (s, x) => Nesterov(s, x, 0)).After("TorchSharp#1154"),
        Rule<NAdam>("the product of all μ kept in float: T-O15", "nadam", (s, x) => Nesterov(s, x, x["mu_product"]) is var after
            ? after.Set("mu_product", (float)after["mu_product"]) : x)
            .After(Published.TorchOptimizer("nadam")),
        Rule<NAdam>("the product of all μ not kept", "nadam", (s, x) => Nesterov(s, x, 1)),
        Rule<NAdam>("the mean replaced by the gradient", "nadam", (s, x) => Nesterov(s, x, x["mu_product"], replaced: true)).After("pytorch#106615"),

        Rule<Asgd>("t to a power, not the sum", "asgd", (s, x) =>
            Averaged(s, x, x["eta"], s.LearningRate / (1 + s.Decay * x.Rate * Math.Pow(x.T, s.Alpha)))).After("pytorch@00b13f1c:torch/optim/asgd.py"),
        Rule<Asgd>("the new step size, not the last", "asgd", (s, x) => Averaged(s, x, s.SizeAfter(x.T, x.Rate), s.SizeAfter(x.T, x.Rate))),
        Rule<Asgd>("the step size not decayed", "asgd", (s, x) => Averaged(s, x, x["eta"], x.Rate)),
        Rule<Asgd>("a step size that grows", "asgd", (s, x) => Averaged(s, x, x["eta"], x.Rate * (1 + x.T))),
        Rule<Asgd>("parameters not decayed", "asgd", (s, x) => Averaged(s with { Decay = 0 }, x, x["eta"], s.SizeAfter(x.T, x.Rate))),
        Spec<Asgd>("0.001 for 0.01", "asgd", s => s.LearningRate == 1e-2 ? s with { LearningRate = 1e-3 } : s)
            .After(Published.SharpOptimizer("ASGD")),
        Spec<Asgd>("averaging from the start", "asgd", s => s with { AveragingStart = 0 }),
        Rule<Asgd>("no average", "asgd", (s, x) => Averaged(s, x, x["eta"], s.SizeAfter(x.T, x.Rate)).Set("ax", x["ax"])),

        Rule<Adan>("differences in the first step too", "adan", (s, x) => Differences(s, x, starts: false)),
        Rule<Adan>("differences of the other sign", "adan", (s, x) => Differences(s, x, sign: -1)),
        Rule<Adan>("no differences in the mean square", "adan", (s, x) => Differences(s, x, both: 0)),
        Rule<Adan>("differences not weighed by β₂", "adan", (s, x) => Differences(s, x, weight: 1)),
        Spec<Adan>("decay before the step", "adan", s => s with { NoProximal = true }),
        Rule<Adan>("the gradient before not kept", "adan", (s, x) => Differences(s, x).Set("neg_pre_grad", x["neg_pre_grad"])),

        Rule<AdaBelief>("spread about the old mean", "adabelief", (s, x) => Belief(s, x, (g, m) => g - x["exp_avg"])).After(Published.OptaxBelief),
        Rule<AdaBelief>("the square of the gradient", "adabelief", (s, x) => Belief(s, x, (g, m) => g)),
        Rule<AdaBelief>("the square of the mean", "adabelief", (s, x) => Belief(s, x, (g, m) => m)),
        Spec<AdaBelief>("ε′ left out", "adabelief", s => s with { EpsilonRoot = 0 }),
        Rule<AdaBelief>("ε′ not kept in the spread", "adabelief", (s, x) =>
            Belief(s, x, (g, m) => g - m) is var after ? after.Set("exp_avg_var", after["exp_avg_var"] - s.EpsilonRoot) : x)
                .After(Published.OptaxBelief),
        Spec<AdaBelief>("ε left out", "adabelief", s => s with { Epsilon = 0 }),

        Rule<Yogi>("the sign turned", "yogi", (s, x) => Additive(s, x, (v, square) => v + (1 - s.Beta2) * Way(v - square) * square)),
        Rule<Yogi>("Adam's mean square", "yogi", (s, x) => Additive(s, x, (v, square) => s.Beta2 * v + (1 - s.Beta2) * square)),
        Rule<Yogi>("the difference in place of the square", "yogi", (s, x) => Additive(s, x, (v, square) => v - (1 - s.Beta2) * Way(v - square) * v)),
        Spec<Yogi>("ε′ left out", "yogi", s => s with { EpsilonRoot = 0 }),

        Rule<Lion>("the sign of the old mean", "lion", (s, x) => Sign(s, x, (m, g) => m, (m, g) => s.Beta2 * m + (1 - s.Beta2) * g)),
        Rule<Lion>("the sign of the new mean", "lion", (s, x) =>
            Sign(s, x, (m, g) => s.Beta2 * m + (1 - s.Beta2) * g, (m, g) => s.Beta2 * m + (1 - s.Beta2) * g)),
        Rule<Lion>("the step's blend kept as the mean", "lion", (s, x) =>
            Sign(s, x, (m, g) => s.Beta1 * m + (1 - s.Beta1) * g, (m, g) => s.Beta1 * m + (1 - s.Beta1) * g)),
        Rule<Lion>("a blend, not its sign", "lion", (s, x) =>
            Sign(s, x, (m, g) => s.Beta1 * m + (1 - s.Beta1) * g, (m, g) => s.Beta2 * m + (1 - s.Beta2) * g, sign: false)),
        Rule<Lion>("a sign of 0 taken for 1", "lion", (s, x) =>
            Sign(s, x, (m, g) => Math.Max(double.Epsilon, Math.Abs(s.Beta1 * m + (1 - s.Beta1) * g))
            * (s.Beta1 * m + (1 - s.Beta1) * g < 0 ? -1 : 1), (m, g) => s.Beta2 * m + (1 - s.Beta2) * g)),
        Spec<Lion>("βs swapped", "lion", s => s with { Beta1 = s.Beta2, Beta2 = s.Beta1 }),
        Spec<Lion>("decay dropped", "lion", s => s with { WeightDecay = 0 }),
        Spec<Signum>("momentum ignored", "signum", s => s with { Momentum = 0 }),
        Rule<Signum>("the gradient, not its sign", "signum", (s, x) =>
            (x with { P = x.P * (1 - x.Rate * s.WeightDecay) - x.Rate * Mean(s, x) }).Set("momentum_buffer", Mean(s, x))),
        Rule<Signum>("decay coupled to the gradient", "signum", (s, x) => Mean(s, x, s.WeightDecay * x.P) is var b
            ? (x with { P = x.P - x.Rate * Way(b) }).Set("momentum_buffer", b) : x),

        Rule<Rprop>("the largest step taken for weight decay", "rprop", (s, x) => Signs(s, x, decay: s.LargestStep)).After("TorchSharp#1417"),
        Rule<Rprop>("the update one step late", "rprop", (s, x) =>
            Signs(s, x) is var after ? after with { P = x.P - Way(x["prev"]) * (after["prev"] == 0 ? 0 : x["step_size"]) } : x)
                .After(Published.OptaxTransforms),
        Rule<Rprop>("moves where the sign turns", "rprop", (s, x) => Signs(s, x, rests: false)),
        Rule<Rprop>("step sizes not bounded", "rprop", (s, x) => Signs(s, x, bounded: false)),
        Rule<Rprop>("steps by the gradient's size", "rprop", (s, x) => Signs(s, x) is var after
            ? after with { P = x.P - after["prev"] * after["step_size"] } : x),
        Rule<Rprop>("shrinks while the sign stays", "rprop", (s, x) => Signs(s, x, turned: true)),
        Spec<Rprop>("maximize ignored", "rprop", s => s with { Maximize = false }),

        Spec<Adam>("decay coupled to the gradient", "adam", s => s with { DecoupledWeightDecay = false }),
        Spec<Adam>("ε̂ taken for ε", "adam", s => s with { Placement = EpsilonPlacement.Outside }),
        Spec<Adam>("AMSGrad of the other mean square", "adam", s =>
            s with { AmsGradForm = s.AmsGradForm == AmsGradForm.Corrected ? AmsGradForm.Uncorrected : AmsGradForm.Corrected }),
        Spec<Adam>("bias corrected all the same", "adam", s => s with { BiasCorrection = true }),
        Spec<Adam>("bias not corrected", "adam", s => s with { BiasCorrection = false }),
        Spec<AdamW>("the decay times the learning rate all the same", "adamw", s => s with { FullyDecoupled = false }),
        Spec<RmsProp>("bias not corrected", "rmsprop", s => s with { BiasCorrection = false }),
        Spec<RmsProp>("the learning rate outside the buffer", "rmsprop", s => s with { Form = MomentumForm.Buffer }),
        Spec<RmsProp>("ε of the root outside", "rmsprop", s => s with { Placement = EpsilonPlacement.Outside }),
        Rule<Adagrad>("ε in place of the root where it stands inside", "adagrad", (s, x) =>
            Summed(s, x, x.Rate, (sum, e) => s.Placement == EpsilonPlacement.Inside ? sum + e : Math.Sqrt(sum) + e)),
        Rule<RmsProp>("the learning rate in the velocity and outside it", "rmsprop", (s, x) => s is { Form: MomentumForm.Velocity, Momentum: > 0 }
            ? Twice(s, x) : x),
        Rule<Asgd>("step sizes kept in float", "asgd", (s, x) => Averaged(s, x, x["eta"], (float)s.SizeAfter(x.T, x.Rate)))
            .After(Published.TorchOptimizer("asgd")),
        Spec<Adagrad>("ε of the root outside", "adagrad", s => s with { Placement = EpsilonPlacement.Outside }),
        Spec<Adagrad>("maximize ignored", "adagrad", s => s with { Maximize = false }).After(Published.SharpOptimizer("Adagrad")),
    ];
}

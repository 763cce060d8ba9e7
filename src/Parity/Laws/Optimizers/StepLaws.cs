using System.Collections.Immutable;
using ParityNet.Optimizers;
using static ParityNet.Parity.Laws.OptimizerLaws;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about the step sizes of single rules, and about rules that coincide.</summary>
static class StepLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("step from θ = 0: Δθ(2·lr) = 2·Δθ(lr)", LawKind.Exact,
            s => s is OptimizerSpec { SmallestParameters: <= 1, RateEffect: RateEffect.Proportional }, (b, s) =>
        {
            var spec = (OptimizerSpec)s;
            // Late enough for every rule to have left its initial phase.
            StepResult start = b.Start(spec, new double[b.Size]) with { Step = 999 };
            double[] g = b.Numbers(b.Size, 0.5, 2);
            double rate = b.PowerOfTwo();
            return Hold.Same([.. b.Step(spec, start, g, rate).Parameters.Select(p => (Approx)(2 * p.Value))],
                b.Step(spec, start, g, 2 * rate).Parameters);
        }),
        new("lion, signum from θ = 0: Δθ is 0 or ±lr", LawKind.Exact, s => s is Lion or Signum, (b, s) =>
        {
            var spec = (OptimizerSpec)s;
            double rate = b.Round(spec.LearningRate);
            return Hold.All(b.Step(spec, b.Start(spec, new double[b.Size]), b.Eighths(b.Size)).Parameters, p => p == 0 || Math.Abs(p) == rate,
                $"0 or ±{rate:R}");
        }),
        new("lion, signum, rprop: step(2ᵏg) = step(g)", LawKind.Exact, s => s is Lion or Signum or Rprop { WeightDecay: 0 }, (b, s) =>
        {
            Run run = Drawn(b, s);
            double k = b.PowerOfTwo();
            return Hold.Same(Go(b, s, run).Parameters, Go(b, s, run with { Gradients = Scaled(run.Gradients, k) }).Parameters);
        }),
        new("lion(β, β) = signum(β)", LawKind.Exact, s => s is Lion, (b, s) =>
        {
            var lion = (Lion)s with { Beta2 = ((Lion)s).Beta1 };
            Run run = Drawn(b, s);
            return Hold.Same(Go(b, lion, run).Parameters,
                Go(b, new Signum(lion.LearningRate, lion.Beta1, lion.WeightDecay, lion.Maximize), run).Parameters);
        }),
        new("adam(decoupled_weight_decay) = adamw", LawKind.Exact, s => s is Adam { DecoupledWeightDecay: true }, (b, s) =>
        {
            var a = (Adam)s;
            Run run = Drawn(b, s);
            return Hold.Same(Go(b, a, run).Parameters,
                Go(b, new AdamW(a.LearningRate, a.Beta1, a.Beta2, a.Epsilon, a.WeightDecay, a.AmsGrad, a.Maximize, a.Placement, a.AmsGradForm,
                    a.EpsilonRoot, a.BiasCorrection), run).Parameters);
        }),
        new("ε = 0: ε outside the root = ε inside the root", LawKind.Bounded, s => s is AmsGradFamily or RmsProp { Centered: false } or Adagrad,
            (b, s) =>
        {
            var bare = (OptimizerSpec)WithEpsilon(s, 0);
            StepResult start = b.Start(bare, b.Numbers(b.Size));
            double[] g = b.Numbers(b.Size, 0.5, 2);
            return Hold.Near(b.Step(Placed(bare, EpsilonPlacement.Outside), start, g).Parameters,
                b.Step(Placed(bare, EpsilonPlacement.Inside), start, g).Parameters);
        }),
        new("adam, adamw: step(2ᵏg, 2ᵏε, 4ᵏε′) = step(g, ε, ε′), ε′ in the root", LawKind.Exact,
            s => s is Adam { WeightDecay: 0, EpsilonRoot: > 0 } or AdamW { EpsilonRoot: > 0 }, (b, s) =>
        {
            var both = (AmsGradFamily)s;
            Run run = Drawn(b, s);
            double k = b.PowerOfTwo();
            return Hold.Same(Go(b, both, run).Parameters,
                Go(b, both with { Epsilon = k * both.Epsilon, EpsilonRoot = k * k * both.EpsilonRoot },
                    run with { Gradients = Scaled(run.Gradients, k) }).Parameters);
        }),
        new("rmsprop, first step: velocity = lr·momentum_buffer", LawKind.Bounded, s => s is RmsProp { Momentum: > 0 }, (b, s) =>
        {
            var spec = (RmsProp)s;
            double[] p = b.Numbers(b.Size), g = b.Numbers(b.Size, 0.5, 2);
            StepResult start = b.Start(spec, p);
            return Hold.Near(b.Step(spec with { Form = MomentumForm.Buffer }, start, g).Parameters,
                b.Step(spec with { Form = MomentumForm.Velocity }, start, g).Parameters);
        }),
        new("radam: first step is −lr·g", LawKind.Bounded, s => s is RAdam { WeightDecay: 0 }, (b, s) =>
        {
            var spec = (RAdam)s;
            double[] p = b.Numbers(b.Size), g = b.Numbers(b.Size);
            double rate = spec.Maximize ? -spec.LearningRate : spec.LearningRate;
            return Hold.Near([.. p.Zip(g, (x, d) => (Approx)x - (Approx)rate * d)], b.Step(spec, b.Start(spec, p), g).Parameters);
        }),
        new("rprop: step_size stays within step_sizes", LawKind.Exact, s => s is Rprop, (b, s) =>
        {
            var spec = (Rprop)s;
            double smallest = b.Round(spec.SmallestStep), largest = b.Round(spec.LargestStep);
            return Hold.All(Go(b, s, Drawn(b, s)).Slots["step_size"], size => size >= smallest && size <= largest,
                $"from {smallest:R} to {largest:R}");
        }),
        new("rprop: g changes sign ⇒ Δθ = 0", LawKind.Exact, s => s is Rprop { WeightDecay: 0 }, (b, s) =>
        {
            var spec = (Rprop)s;
            double[] g = b.Numbers(b.Size, 0.5, 2);
            StepResult first = b.Step(spec, b.Start(spec, b.Numbers(b.Size)), g);
            return Hold.Same(first.Parameters, b.Step(spec, first, [.. g.Select(x => -x)]).Parameters);
        }),
        new("rprop: |first step| = lr, clamped to step_sizes", LawKind.Exact, s => s is Rprop { WeightDecay: 0 }, (b, s) =>
        {
            var spec = (Rprop)s;
            double[] g = b.Numbers(b.Size, 0.5, 2);
            double size = Math.Clamp(b.Round(spec.LearningRate), b.Round(spec.SmallestStep), b.Round(spec.LargestStep)) * (spec.Maximize ? 1 : -1);
            return Hold.Same([.. g.Select(_ => (Approx)size)], b.Step(spec, b.Start(spec, new double[b.Size]), g).Parameters);
        }),
        new("adamax: exp_inf ≥ |g|", LawKind.Exact, s => s is Adamax { WeightDecay: 0 }, (b, s) =>
        {
            Run run = Drawn(b, s);
            StepResult end = Go(b, s, run);
            return Hold.All(end.Slots["exp_inf"].Zip(run.Gradients[^1], (u, g) => (Approx)(u.Value - Math.Abs(g))), d => d >= 0, "at least 0");
        }),
        new("adabelief, β₁ = 0: exp_avg_var = 0", LawKind.Exact, s => s is AdaBelief { WeightDecay: 0 }, (b, s) =>
        {
            OptimizerSpec spec = (AdaBelief)s with { Beta1 = 0, EpsilonRoot = 0 };
            return Hold.All(b.Step(spec, b.Start(spec, b.Numbers(b.Size)), b.Numbers(b.Size, 0.5, 2)).Slots["exp_avg_var"], spread => spread == 0,
                "0");
        }),
        new("adan: first step = first step of adam", LawKind.Exact, s => s is Adan { WeightDecay: 0 }, (b, s) =>
        {
            var a = (Adan)s;
            var adam = new Adam(a.LearningRate, a.Beta1, a.Beta3, a.Epsilon, Maximize: a.Maximize);
            double[] p = b.Numbers(b.Size), g = b.Numbers(b.Size, 0.5, 2);
            return Hold.Same(b.Step(adam, b.Start(adam, p), g).Parameters, b.Step(a, b.Start(a, p), g).Parameters);
        }),
        new("adan, constant g: exp_avg_diff = 0", LawKind.Exact, s => s is Adan, (b, s) =>
        {
            var spec = (Adan)s;
            double[] g = b.Numbers(b.Size);
            StepResult state = b.Start(spec, b.Numbers(b.Size));
            for (int t = 0; t < 3; t++)
                state = b.Step(spec, state, g);
            return Hold.All(state.Slots["exp_avg_diff"], d => d == 0, "0");
        }),
        new("nadam: mu_product decreases and stays ≥ 0", LawKind.Exact, s => s is NAdam, (b, s) =>
            Never(b, s, "mu_product", (before, after) => after >= 0 && after < before, "at least 0 and less than before")),
        new("asgd: eta never increases", LawKind.Exact, s => s is Asgd, (b, s) =>
            Never(b, s, "eta", (before, after) => after <= before, "at most as great as before")),
        new("asgd before t0: ax = θ", LawKind.Exact, s => s is Asgd, (b, s) =>
        {
            OptimizerSpec spec = (Asgd)s with { AveragingStart = 10 };
            StepResult end = Go(b, spec, Drawn(b, s));
            return Hold.Same(end.Parameters, end.Slots["ax"]);
        }),
        new("yogi: |Δexp_avg_sq| = (1 − β₂)·g²", LawKind.Bounded, s => s is Yogi { WeightDecay: 0 }, (b, s) =>
        {
            var spec = (Yogi)s;
            double[] g = b.Numbers(b.Size, 0.5, 2);
            StepResult before = b.Start(spec, b.Numbers(b.Size));
            // The second g² is a quarter of the first, so that v is above it for some specs and below it for others.
            before = b.Step(spec, before, g);
            Approx[] after = b.Step(spec, before, [.. g.Select(x => x / 2)]).Slots["exp_avg_sq"];
            return Hold.Near([.. g.Select(x => (Approx)(x * x / 4) * ((Approx)1 - spec.Beta2))],
                [.. after.Zip(before.Slots["exp_avg_sq"], (a, o) => Size(a - o.Value))]);
        }),
    ];

    static OptimizerSpec Placed(OptimizerSpec s, EpsilonPlacement placement) => s switch
    {
        AmsGradFamily a => a with { Placement = placement },
        RmsProp r => r with { Placement = placement },
        _ => (Adagrad)s with { Placement = placement },
    };
}

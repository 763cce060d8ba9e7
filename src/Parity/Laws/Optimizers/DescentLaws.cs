using System.Collections.Immutable;
using ParityNet.Optimizers;
using static ParityNet.Parity.Laws.OptimizerLaws;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about trajectories: the direction of descent, and gradients for which the exact trajectory is known.</summary>
static class DescentLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("first step from θ = 0: Δθᵢ·gᵢ ≤ 0", LawKind.Exact, s => StartsEven(s) && s is OptimizerSpec { IsElementwise: true } and not Groups,
            (b, s) =>
        {
            var spec = (OptimizerSpec)s;
            // At θ = 0 weight decay has no effect.
            double[] g = Gradients(b);
            Approx[] after = b.Step(spec, b.Start(spec, new double[b.Size]), g).Parameters;
            return Hold.All(after.Zip(g, (p, d) => (Approx)(p.Value * d * (spec.Maximize ? -1 : 1))), along => along <= 0, "at most 0");
        }),
        new("sgd on ½λθ²: θₜ = (1 − lr·λ)ᵗ·θ₀", LawKind.Exact, s => s is Sgd { Momentum: 0 }, (b, s) =>
        {
            Sgd sgd = (Sgd)s with { LearningRate = 0.5, WeightDecay = 0, Maximize = false };
            double[] start = b.Eighths(b.Size);
            StepResult state = b.Start(sgd, start);
            for (int t = 0; t < 4; t++)
                state = b.Step(sgd, state, [.. state.Parameters.Select(p => p.Value / 2)]);
            return Hold.Same([.. start.Select(p => (Approx)(p * 81 / 256))], state.Parameters);
        }),
        new("sgd, nesterov: momentum → 0 gives plain sgd", LawKind.Exact, s => s is Sgd { Nesterov: true, Form: MomentumForm.Buffer }, (b, s) =>
        {
            var sgd = (Sgd)s;
            Run run = Drawn(b, s);
            // nesterov requires a positive momentum; this one is absorbed in rounding.
            return Hold.Same(Go(b, new Sgd(sgd.LearningRate, WeightDecay: sgd.WeightDecay, Maximize: sgd.Maximize), run).Parameters,
                Go(b, sgd with { Momentum = 1e-40 }, run).Parameters);
        }),
        new("sgd without momentum: weight_decay = decoupled decay", LawKind.Bounded,
            s => s is Sgd { Momentum: 0, WeightDecay: > 0, Maximize: false }, (b, s) =>
        {
            var coupled = (Sgd)s;
            var apart = new DecoupledWeightDecay(coupled with { WeightDecay = 0 }, coupled.WeightDecay);
            double[] p = b.Numbers(b.Size), g = b.Numbers(b.Size);
            return Hold.Near(b.Step(apart, b.Start(apart, p), g).Parameters, b.Step(coupled, b.Start(coupled, p), g).Parameters);
        }),
        new("adam: constant gradient, ε = 0 ⇒ step = lr·sign(g)", LawKind.Bounded,
            s => s is Adam { WeightDecay: 0, BiasCorrection: true } or AdamW { BiasCorrection: true } or Adamax { WeightDecay: 0 }, (b, s) =>
        {
            // With betas of ½ and gradients of few digits every moving average is exact.
            OptimizerSpec adam = (AdamFamily)WithEpsilon(s, 0) with { Beta1 = 0.5, Beta2 = 0.5, WeightDecay = 0 };
            double[] g = Gradients(b);
            StepResult state = b.Start(adam, new double[b.Size]);
            for (int t = 0; t < 5; t++)
            {
                StepResult after = b.Step(adam, state, g);
                Approx[] expected =
                    [.. state.Parameters.Zip(g, (p, d) => (Approx)p.Value - (adam.Maximize ? -1 : 1) * Math.Sign(d) * adam.LearningRate)];
                if (Hold.Near(expected, after.Parameters) is { } broken)
                    return broken;
                state = after;
            }
            return null;
        }),
        new("adam, betas = (0, 0), ε → ∞: step → (lr/ε)·g", LawKind.Bounded, s => s is Adam { WeightDecay: 0, Placement: EpsilonPlacement.Outside },
            (b, s) =>
        {
            double epsilon = Math.ScaleB(1, 60);
            Adam adam = (Adam)s with { Beta1 = 0, Beta2 = 0, Epsilon = epsilon, LearningRate = epsilon / 8 };
            var descent = new Sgd(1.0 / 8, Maximize: adam.Maximize);
            double[] p = b.Numbers(b.Size), g = Gradients(b);
            // √v in the denominator √v + ε shortens a step by a fraction of less than 2⁻⁵⁸.
            return Hold.Near([.. b.Step(descent, b.Start(descent, p), g).Parameters.Select(x => x with { Slack = x.Slack + Math.ScaleB(1, -58) })],
                b.Step(adam, b.Start(adam, p), g).Parameters);
        }),
        new("centered rmsprop, α = ½, constant g: v − m² = g²·2⁻ᵗ(1 − 2⁻ᵗ)", LawKind.Exact,
            s => s is RmsProp { Centered: true, WeightDecay: 0, InitialAccumulator: 0 },
            (b, s) =>
        {
            RmsProp spec = (RmsProp)s with { Alpha = 0.5 };
            double[] g = Gradients(b);
            StepResult state = b.Start(spec, b.Numbers(b.Size));
            for (int t = 1; t <= 5; t++)
            {
                state = b.Step(spec, state, g);
                double left = Math.ScaleB(1, -t);
                Approx[] spread = [.. state.Slots["square_avg"].Zip(state.Slots["grad_avg"], (v, m) => (Approx)(v.Value - m.Value * m.Value))];
                if (Hold.Same([.. g.Select(x => (Approx)(x * x * left * (1 - left)))], spread) is { } broken)
                    return broken;
            }
            return null;
        }),
        new("step count: 2²⁴ is followed by 2²⁴ + 1", LawKind.Exact,
            s => s is OptimizerSpec { SmallestParameters: <= 1 } and not (Groups or OptimizerWrapper),
            (b, s) => b.Try(new LateCount(), s)),
        new("options that PyTorch's optimizer refuses are refused", LawKind.Exact, s => BadOptions.Of(s).Any(), (b, s) =>
        {
            OpEntry entry = Catalog.All.First(op => op.SpecType == s.GetType());
            return BadOptions.Of(s).Where(bad => b.Accepts(entry, bad.Key, bad.Value))
                .Select(bad => $"{entry.Name} must refuse {bad.Key} {bad.Value}: expected an error, got an optimizer.").FirstOrDefault();
        }),
    ];

    // Numbers with few digits, from ½ to 2 in magnitude.
    static double[] Gradients(LawContext b) => [.. b.Signs(b.Size).Select(sign => sign * (4 + b.Index(13)) / 8)];
}

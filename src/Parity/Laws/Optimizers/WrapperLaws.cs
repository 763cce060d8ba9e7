using System.Collections.Immutable;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about optimizers that wrap others, and about those that use whole tensors, such as norms.</summary>
static class WrapperLaws
{
    const int Steps = 3;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Law> All { get; } =
    [
        Of<Lookahead>("lookahead(k = 1, α = 1) = inner optimizer", LawKind.Exact, (b, s) =>
            Same(b, s with { K = 1, Alpha = 1 }, s.Optimizer)),
        Of<Lookahead>("lookahead before the k-th step = inner optimizer", LawKind.Exact, (b, s) => Same(b, s with { K = Steps + 1 }, s.Optimizer)),
        Of<Lookahead>("lookahead(k = 1, α = 0): θ unchanged", LawKind.Exact, (b, s) =>
        {
            double[] start = b.Numbers(b.Size);
            return Hold.Same(Exactly(start), Go(b, s with { K = 1, Alpha = 0 }, start, Drawn(b)).Parameters);
        }),
        Of<Ema>("ema: θ = θ of the inner optimizer", LawKind.Exact, (b, s) => Same(b, s, s.Optimizer)),
        Of<Ema>("ema(decay = 0): averaged = θ", LawKind.Exact, (b, s) =>
        {
            StepResult end = Go(b, s with { Decay = 0, Averaging = AveragingForm.Exponential }, b.Numbers(b.Size), Drawn(b));
            return Hold.Same(end.Parameters, end.Slots["averaged"]);
        }),
        Of<Ema>("ema: averaged = θ after the first step", LawKind.Exact, (b, s) =>
        {
            StepResult first = b.Step(s, b.Start(s, b.Numbers(b.Size)), Drawn(b)[0]);
            return Hold.Same(first.Parameters, first.Slots["averaged"]);
        }),
        Of<ClipGradNorm>("clip_grad_norm, max_norm ≫ ‖g‖: step = inner step", LawKind.Exact,
            (b, s) => Same(b, s with { MaxNorm = 1e30 }, s.Optimizer)),
        Of<ClipGradNorm>("clip_grad_norm: step(2g, 2·max_norm) = 2·step(g, max_norm)", LawKind.Bounded, (b, s) =>
        {
            // The 10⁻⁶ in the denominator does not scale, and enclosures allow for rounding only, so the norm is far larger.
            double k = 2;
            var one = new ClipGradNorm(new Sgd(1), s.MaxNorm == 0 ? 1 : s.MaxNorm, double.PositiveInfinity);
            double[] start = new double[b.Size], g = [.. b.Numbers(b.Size, 1e20, 2e20)];
            Approx[] small = b.Step(one, b.Start(one, start), g).Parameters;
            ClipGradNorm other = one with { MaxNorm = k * one.MaxNorm };
            return Hold.Near([.. small.Select(x => x * k)], b.Step(other, b.Start(other, start), [.. g.Select(x => k * x)]).Parameters);
        }),
        Of<ClipGradValue>("clip_grad_value, clip_value ≫ |g|: step = inner step", LawKind.Exact,
            (b, s) => Same(b, s with { ClipValue = 1e30 }, s.Optimizer)),
        Of<ClipGradValue>("clip_grad_value around sgd, lr = 1: |Δθ| ≤ clip_value", LawKind.Exact, (b, s) =>
        {
            var plain = new ClipGradValue(new Sgd(1), b.Round(s.ClipValue));
            StepResult end = b.Step(plain, b.Start(plain, new double[b.Size]), Drawn(b)[0]);
            return Hold.All(end.Parameters, p => Math.Abs(p) <= plain.ClipValue, "within the bound");
        }),
        Of<DecoupledWeightDecay>("decoupled_weight_decay(adam) = adamw", LawKind.Exact, (b, s) => s.Optimizer is not Adam a ? null
            : Same(b, s with { Optimizer = a with { WeightDecay = 0 } },
                new AdamW(a.LearningRate, a.Beta1, a.Beta2, a.Epsilon, s.Decay, a.AmsGrad, a.Maximize, a.Placement, a.AmsGradForm, a.EpsilonRoot,
                    a.BiasCorrection))),
        Of<DecoupledWeightDecay>("decoupled_weight_decay of 0 = inner optimizer", LawKind.Exact,
            (b, s) => Same(b, s with { Decay = 0 }, s.Optimizer)),
        Of<Accumulate>("accumulate, mean of n equal g: step = inner step on g", LawKind.Exact, (b, s) =>
        {
            double[] start = b.Numbers(b.Size), g = Drawn(b)[0];
            StepResult end = Go(b, s with { Reduction = AccumulationForm.Mean }, start, [.. Enumerable.Repeat(g, s.Steps)]);
            return Hold.Same(Go(b, s.Optimizer, start, [g]).Parameters, end.Parameters);
        }),
        Of<Accumulate>("accumulate: θ unchanged before the last gradient", LawKind.Exact, (b, s) =>
        {
            double[] start = b.Numbers(b.Size);
            Accumulate slow = s with { Steps = Steps + 1 };
            return Hold.Same(Exactly(start), Go(b, slow, start, Drawn(b)).Parameters);
        }),
        Of<Accumulate>("accumulate of 1 gradient = inner optimizer", LawKind.Exact, (b, s) => Same(b, s with { Steps = 1 }, s.Optimizer)),
        // A small trust_coefficient keeps parameters away from 0, where the trust ratio is 1.
        Of<Lars>("lars, weight_decay = ε = 0: step(2ᵏg) = step(g)", LawKind.Exact, (b, s) =>
            Indifferent(b, s with { WeightDecay = 0, Epsilon = 0, TrustCoefficient = 1e-3 })),
        Of<Lars>("lars, weight_decay = ε = 0: g = 0 ⇒ θ unchanged", LawKind.Exact, (b, s) =>
        {
            Lars bare = s with { WeightDecay = 0, Epsilon = 0 };
            double[] start = b.Numbers(b.Size);
            return Hold.Same(Exactly(start), b.Step(bare, b.Start(bare, start), new double[start.Length]).Parameters);
        }),
        Of<Lars>("lars, weight_decay = 0: step(2ᵏθ) = 2ᵏ·step(θ)", LawKind.Exact,
            (b, s) => Proportional(b, s with { WeightDecay = 0, TrustCoefficient = 1e-3 })),
        Of<Lamb>("lamb, weight_decay = ε = 0: step(2ᵏg) = step(g)", LawKind.Exact, (b, s) =>
            Indifferent(b, s with { WeightDecay = 0, Epsilon = 0 })),
        Of<Lamb>("lamb, weight_decay = 0: step(2ᵏθ) = 2ᵏ·step(θ)", LawKind.Exact, (b, s) => Proportional(b, s with { WeightDecay = 0 })),
        Of<Adafactor>("adafactor, ε₁ = 0: step(2ᵏg) = step(g)", LawKind.Exact, (b, s) => Indifferent(b, s with { Epsilon1 = 0 })),
        Of<Muon>("muon, ε = 0: step(2ᵏg) = step(g)", LawKind.Exact, (b, s) => Indifferent(b, s with { Epsilon = 0 })),
        Of<Muon>("muon, one row: Δθ = −factor·pⁿ(1)·g/‖g‖, p the polynomial", LawKind.Bounded, (b, s) =>
        {
            // An odd count gives a matrix of one row.
            int count = b.Size | 1;
            Muon plain = s with { Epsilon = 0, WeightDecay = 0, LearningRate = 1 };
            double[] g = b.Numbers(count, 0.5, 2);
            double length = Math.Sqrt(g.Sum(x => x * x)), value = 1;
            for (int i = 0; i < s.Iterations; i++)
                value *= s.CoefficientA + value * value * (s.CoefficientB + s.CoefficientC * value * value);
            Approx[] after = b.Step(plain, b.Start(plain, new double[count]), g).Parameters;
            return Hold.Near([.. g.Select(x => (Approx)(-plain.RateFactor(1, count) * value * x / length))], after);
        }),
        new("groups: the order of groups does not matter", LawKind.Exact, s => s is Groups, (bench, spec) => bench.Try(new GroupOrder(), spec)),
        new("groups: step of a group = step of the group alone", LawKind.Exact, s => s is Groups,
            (bench, spec) => bench.Try(new GroupsApart(), spec)),
        new("save, load, step = step, bit for bit", LawKind.Exact, s => s is OptimizerSpec, (bench, spec) => bench.Try(new Resumes(), spec)),
    ];

    static Law Of<TSpec>(string name, LawKind kind, Func<LawContext, TSpec, string?> broken) where TSpec : OptimizerSpec =>
        new(name, kind, s => s is TSpec { SmallestParameters: <= 1 }, (b, s) => broken(b, (TSpec)s));

    static double[][] Drawn(LawContext b) => [.. Enumerable.Range(0, Steps).Select(_ => b.Numbers(b.Size).Select(x => x == 0 ? 1 : x).ToArray())];

    static StepResult Go(LawContext b, OptimizerSpec s, double[] start, double[][] gradients) =>
        gradients.Aggregate(b.Start(s, start), (state, g) => b.Step(s, state, g));

    static Approx[] Exactly(double[] numbers) => [.. numbers.Select(x => (Approx)x)];

    static string? Same(LawContext b, OptimizerSpec one, OptimizerSpec other)
    {
        double[] start = b.Numbers(b.Size);
        double[][] gradients = Drawn(b);
        return Hold.Same(Go(b, other, start, gradients).Parameters, Go(b, one, start, gradients).Parameters);
    }

    static string? Indifferent(LawContext b, OptimizerSpec s)
    {
        double[] start = b.Numbers(b.Size);
        double[][] gradients = Drawn(b);
        double k = b.PowerOfTwo();
        return Hold.Same(Go(b, s, start, gradients).Parameters,
            Go(b, s, start, [.. gradients.Select(g => g.Select(x => k * x).ToArray())]).Parameters);
    }

    static string? Proportional(LawContext b, OptimizerSpec s)
    {
        double[] start = b.Numbers(b.Size);
        double[][] gradients = Drawn(b);
        double k = b.PowerOfTwo();
        return Hold.Same([.. Go(b, s, start, gradients).Parameters.Select(p => (Approx)(k * p.Value))],
            Go(b, s, [.. start.Select(x => k * x)], gradients).Parameters);
    }
}

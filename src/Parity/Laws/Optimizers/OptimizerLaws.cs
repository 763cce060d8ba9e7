using System.Collections.Immutable;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about optimizers.</summary>
static class OptimizerLaws
{
    const int Steps = 3;

    static bool Any(OpSpec s) => s is OptimizerSpec { SmallestParameters: <= 1 };

    static bool Elementwise(OpSpec s) => Any(s) && s is OptimizerSpec { IsElementwise: true };

    public static ImmutableArray<Law> All { get; } =
    [
        new("step(Pθ, Pg) = P·step(θ, g) for permutations P", LawKind.Exact, Elementwise, (b, s) =>
        {
            Run run = Drawn(b, s);
            int[] order = b.Permutation(run.Start.Length);
            StepResult one = Go(b, s, run), other = Go(b, s, run.Map(v => ElementLossLaws.Moved(v, order)));
            return Hold.Same(ElementLossLaws.Moved(one.Parameters, order), other.Parameters);
        }),
        new("step(−θ, −g) = −step(θ, g)", LawKind.Exact, StartsEven, (b, s) =>
        {
            Run run = Drawn(b, s);
            StepResult one = Go(b, s, run), other = Go(b, s, run.Map(v => [.. v.Select(x => -x)]));
            return Hold.Same([.. one.Parameters.Select(p => (Approx)(-p.Value))], other.Parameters);
        }),
        new("step on (θ₁, θ₂) = step on θ₁, step on θ₂", LawKind.Exact, Elementwise, (b, s) =>
        {
            Run run = Drawn(b, s);
            int cut = run.Start.Length / 2;
            StepResult whole = Go(b, s, run), left = Go(b, s, run.Map(v => v[..cut])), right = Go(b, s, run.Map(v => v[cut..]));
            return Hold.Same(whole.Parameters, [.. left.Parameters, .. right.Parameters]);
        }),
        new("maximize(g) = minimize(−g)", LawKind.Exact, s => Any(s) && s is OptimizerSpec { Maximize: true }, (b, s) =>
        {
            Run run = Drawn(b, s);
            return Hold.Same(Go(b, s, run).Parameters,
                Go(b, (OptimizerSpec)s with { Maximize = false },
                    run with { Gradients = [.. run.Gradients.Select(g => g.Select(x => -x).ToArray())] }).Parameters);
        }),
        new("g = 0, no weight decay ⇒ θ unchanged", LawKind.Exact,
            s => s is OptimizerSpec { Decays: false } && StartsEven(s) && Epsilon(s) is null or > 0, (b, s) =>
        {
            double[] p = b.Numbers(b.Size);
            return Hold.Same([.. p.Select(x => (Approx)x)], b.Step((OptimizerSpec)s, b.Start((OptimizerSpec)s, p), new double[p.Length]).Parameters);
        }),
        new("NaN in one element of g reaches that element of θ alone", LawKind.Exact, Elementwise, (b, s) =>
        {
            Run run = Drawn(b, s, b.Size + 1);
            Run poisoned = run.Map(v => v);
            poisoned.Gradients[0][^1] = double.NaN;
            return Hold.Same(Go(b, s, run).Parameters[..^1], Go(b, s, poisoned).Parameters[..^1]);
        }),
        new("the state after a step does not depend on the lr of that step", LawKind.Exact, s => Any(s) && s is OptimizerSpec { KeepsRate: false },
            (b, s) =>
        {
            Run run = Drawn(b, s);
            StepResult start = b.Start((OptimizerSpec)s, run.Start);
            StepResult one = b.Step((OptimizerSpec)s, start, run.Gradients[0]), other = b.Step((OptimizerSpec)s, start, run.Gradients[0], 0.5);
            return one.Slots.Keys.Select(slot => Hold.Same(one.Slots[slot], other.Slots[slot])).FirstOrDefault(broken => broken is not null);
        }),
        new("a rate of 0 changes no parameter", LawKind.Exact,
            s => Any(s) && s is OptimizerSpec { RateEffect: not RateEffect.InState } && Epsilon(s) is null or > 0, (b, s) =>
        {
            Run run = Drawn(b, s);
            return Hold.Same([.. run.Start.Select(x => (Approx)x)],
                b.Step((OptimizerSpec)s, b.Start((OptimizerSpec)s, run.Start), run.Gradients[0], 0).Parameters);
        }),
        new("adam, adamw, adamax, ε = 0: step(2ᵏg) = step(g)", LawKind.Exact,
            s => s is Adam { WeightDecay: 0 } or Adamax { WeightDecay: 0 } or AdamW, (b, s) =>
        {
            OptimizerSpec bare = WithEpsilon(s, 0);
            Run run = Drawn(b, s);
            double k = b.PowerOfTwo();
            return Hold.Same(Go(b, bare, run).Parameters, Go(b, bare, run with { Gradients = Scaled(run.Gradients, k) }).Parameters);
        }),
        new("adam, rmsprop, adagrad: step(2ᵏg, 2ᵏε) = step(g, ε)", LawKind.Exact,
            s => s is Adam { WeightDecay: 0 } or Adamax { WeightDecay: 0 } or AdamW
            or RmsProp { WeightDecay: 0, InitialAccumulator: 0 } or Adagrad { WeightDecay: 0, InitialAccumulator: 0 }, (b, s) =>
        {
            double k = b.PowerOfTwo(), epsilon = Math.ScaleB(1, -10);
            Run run = Drawn(b, s);
            return Hold.Same(Go(b, WithEpsilon(s, epsilon), run).Parameters,
                Go(b, WithEpsilon(s, epsilon * (IsUnderRoot(s) ? k * k : k)), run with { Gradients = Scaled(run.Gradients, k) }).Parameters);
        }),
        new("sgd: step(2ᵏθ, 2ᵏg) = 2ᵏ·step(θ, g)", LawKind.Exact, s => s is Sgd, (b, s) =>
        {
            Run run = Drawn(b, s);
            double k = b.PowerOfTwo();
            return Hold.Same([.. Go(b, s, run).Parameters.Select(p => (Approx)(k * p.Value))],
                Go(b, s, run.Map(v => [.. v.Select(x => k * x)])).Parameters);
        }),
        new("sgd: step(g/2, 2·lr) = step(g, lr)", LawKind.Exact, s => s is Sgd { WeightDecay: 0 }, (b, s) =>
        {
            var sgd = (Sgd)s;
            Run run = Drawn(b, s);
            return Hold.Same(Go(b, s, run).Parameters,
                Go(b, sgd with { LearningRate = 2 * sgd.LearningRate }, run with { Gradients = Scaled(run.Gradients, 0.5) }).Parameters);
        }),
        new("adamw(weight_decay = 0) = adam", LawKind.Exact, s => s is AdamW, (b, s) =>
        {
            var w = (AdamW)s with { WeightDecay = 0 };
            Run run = Drawn(b, s);
            return Hold.Same(Go(b, w, run).Parameters,
                Go(b, new Adam(w.LearningRate, w.Beta1, w.Beta2, w.Epsilon, 0, w.AmsGrad, w.Maximize, false, w.Placement, w.AmsGradForm,
                    w.EpsilonRoot, w.BiasCorrection), run).Parameters);
        }),
        new("decoupled decay, g = 0: θ ← θ − lr·weight_decay·θ", LawKind.Bounded,
            s => Any(s) && s is OptimizerSpec { DecouplesDecay: true } and not AdamW { FullyDecoupled: true } && StartsEven(s)
                && Epsilon(s) is null or > 0, (b, s) =>
        {
            var w = (OptimizerSpec)s;
            double[] p = b.Numbers(b.Size);
            Approx[] after = b.Step(w, b.Start(w, p), new double[p.Length]).Parameters;
            return Hold.Near([.. p.Select(x => (Approx)x - (Approx)x * (Approx)w.LearningRate * w.WeightDecay)], after);
        }),
        new("adamw, fully decoupled, g = 0, rate = lr/2: θ ← θ(1 − weight_decay/2)", LawKind.Bounded,
            s => s is AdamW { FullyDecoupled: true, Epsilon: > 0 }, (b, s) =>
        {
            var w = (AdamW)s;
            double[] p = b.Numbers(b.Size);
            return Hold.Near([.. p.Select(x => (Approx)x - (Approx)x * (Approx)w.WeightDecay * 0.5)],
                b.Step(w, b.Start(w, p), new double[p.Length], w.LearningRate / 2).Parameters);
        }),
        new("adam without bias correction, g = θ = 0 before: first step = lr·(1 − β₁)/√(1 − β₂)", LawKind.Bounded,
            s => s is Adam { WeightDecay: 0, BiasCorrection: false }, (b, s) =>
        {
            // With β₂ = ¾ the root is exact.
            Adam adam = (Adam)WithEpsilon(s, 0) with { Beta1 = 0.5, Beta2 = 0.75 };
            double[] g = b.Numbers(b.Size, 0.5, 2);
            return Hold.Near([.. g.Select(_ => (Approx)(adam.Maximize ? 1 : -1) * adam.LearningRate)],
                b.Step(adam, b.Start(adam, new double[g.Length]), g).Parameters);
        }),
        new("adam, adamax, ε = 0, g > 0: first step = lr", LawKind.Bounded,
            s => s is Adam { WeightDecay: 0, BiasCorrection: true } or Adamax { WeightDecay: 0 }, (b, s) =>
        {
            OptimizerSpec adam = WithEpsilon(s, 0);
            double[] p = b.Numbers(b.Size), g = b.Numbers(b.Size, 0.5, 2);
            double sign = adam.Maximize ? 1 : -1;
            return Hold.Near([.. p.Select(x => (Approx)x + sign * adam.LearningRate)], b.Step(adam, b.Start(adam, p), g).Parameters);
        }),
        new("amsgrad: max_exp_avg_sq never decreases", LawKind.Exact, s => s is Adam { AmsGrad: true } or AdamW { AmsGrad: true }, (b, s) =>
            Never(b, s, "max_exp_avg_sq", (before, after) => after >= before, "at least as great as before")),
        new("amsgrad: max_exp_avg_sq ≥ exp_avg_sq", LawKind.Exact, s => s is Adam { AmsGrad: true } or AdamW { AmsGrad: true }, (b, s) =>
        {
            StepResult end = Go(b, s, Drawn(b, s));
            return Hold.All(end.Slots["max_exp_avg_sq"].Zip(end.Slots["exp_avg_sq"], (m, v) => (Approx)(m.Value - v.Value)), d => d >= 0,
                "at least 0");
        }),
        new("adagrad: sum never decreases", LawKind.Exact, s => s is Adagrad, (b, s) =>
            Never(b, s, "sum", (before, after) => after >= before, "at least as great as before")),
        new("adagrad, constant g: |second step| ≤ |first step|", LawKind.Bounded, s => s is Adagrad { WeightDecay: 0 }, (b, s) =>
        {
            double[] p = new double[b.Size], g = b.Numbers(b.Size, 0.5, 2);
            var spec = (Adagrad)s;
            StepResult first = b.Step(spec, b.Start(spec, p), g), second = b.Step(spec, first, g);
            Approx[] longer = [.. first.Parameters.Select(Size)];
            return Hold.AtMost([.. second.Parameters.Zip(first.Parameters, (after, before) => Size(after - before.Value))], longer);
        }),
        new("rmsprop: square_avg ≤ max g²", LawKind.Bounded, s => s is RmsProp { WeightDecay: 0, InitialAccumulator: 0 }, (b, s) =>
        {
            var spec = (RmsProp)s;
            double[] g = b.Numbers(b.Size, 0.5, 2);
            StepResult before = b.Start(spec, b.Numbers(b.Size));
            before = b.Step(spec, before, [.. g.Select(x => x / 2)]);
            return Hold.AtMost(b.Step(spec, before, g).Slots["square_avg"], [.. g.Select(x => (Approx)x * x)]);
        }),
        new("a non-negative slot stays ≥ 0", LawKind.Exact, s => Any(s) && s is OptimizerSpec o && o.Slots.Any(slot => slot.NotNegative), (b, s) =>
        {
            StepResult end = Go(b, s, Drawn(b, s));
            return Hold.All(((OptimizerSpec)s).Slots.Where(slot => slot.NotNegative).SelectMany(slot => end.Slots[slot.Name]), v => v >= 0,
                "at least 0");
        }),
        new("sgd, momentum = ½, g = 1: momentum_buffer = 1 + ½ + ¼ + ⅛", LawKind.Exact, s => s is Sgd { Momentum: > 0, WeightDecay: 0 }, (b, s) =>
        {
            var sgd = (Sgd)s;
            if (sgd.Nesterov || sgd.Dampening != 0 || sgd.Form != MomentumForm.Buffer)
                return null;
            sgd = sgd with { Momentum = 0.5, LearningRate = 0.125 };
            StepResult state = b.Start(sgd, [0]);
            for (int t = 0; t < 4; t++)
                state = b.Step(sgd, state, [1]);
            return Hold.Same(1.875 * (sgd.Maximize ? -1 : 1), state.Slots["momentum_buffer"][0]);
        }),
        new("adam, betas = (0, 0), ε = 0: θ ← θ − lr·sign(g)", LawKind.Bounded, s => s is Adam { WeightDecay: 0 }, (b, s) =>
        {
            var adam = (Adam)s with { Beta1 = 0, Beta2 = 0, Epsilon = 0, EpsilonRoot = 0, AmsGrad = false, Maximize = false };
            double[] p = b.Numbers(b.Size), g = [.. b.Numbers(b.Size, 0.5, 2).Zip(b.Coins(b.Size), (x, c) => c > 0 ? x : -x)];
            StepResult later = b.Start(adam, p) with { Step = 5 };
            return Hold.Near([.. p.Zip(g, (x, d) => (Approx)x - Math.Sign(d) * adam.LearningRate)], b.Step(adam, later, g).Parameters);
        }),
    ];

    internal sealed record Run(double[] Start, double[][] Gradients)
    {
        public Run Map(Func<double[], double[]> map) => new(map([.. Start]), [.. Gradients.Select(g => map([.. g]))]);
    }

    internal static Run Drawn(LawContext b, OpSpec s, int? count = null)
    {
        int n = count ?? b.Size;
        return new(b.Numbers(n), [.. Enumerable.Range(0, Steps).Select(_ => b.Numbers(n).Select(x => x == 0 ? 1 : x).ToArray())]);
    }

    internal static StepResult Go(LawContext b, OpSpec s, Run run) =>
        run.Gradients.Aggregate(b.Start((OptimizerSpec)s, run.Start), (state, g) => b.Step((OptimizerSpec)s, state, g));

    internal static double[][] Scaled(double[][] gradients, double k) => [.. gradients.Select(g => g.Select(x => k * x).ToArray())];

    internal static string? Never(LawContext b, OpSpec s, string slot, Func<double, double, bool> holds, string what)
    {
        Run run = Drawn(b, s);
        StepResult state = b.Start((OptimizerSpec)s, run.Start);
        foreach (double[] g in run.Gradients)
        {
            StepResult next = b.Step((OptimizerSpec)s, state, g);
            Approx[] before = state.Slots[slot];
            if (next.Slots[slot].Where((after, i) => !holds(before[i].Value, after.Value)).Any())
                return $"{slot} must be {what}.";
            state = next;
        }
        return null;
    }

    // A rule whose slots start at 0, or are never negative, is symmetric under a change of sign.
    internal static bool StartsEven(OpSpec s) => Any(s) && s is OptimizerSpec o && o.Slots.All(slot => slot.Initial == 0 || slot.NotNegative);

    static bool IsUnderRoot(OpSpec s) =>
        s is AmsGradFamily { Placement: EpsilonPlacement.Inside } or RmsProp { Placement: EpsilonPlacement.Inside }
            or Adagrad { Placement: EpsilonPlacement.Inside };

    internal static Approx Size(Approx a) => a with { Value = Math.Abs(a.Value) };

    static double? Epsilon(OpSpec s) =>
        Catalog.All.FirstOrDefault(entry => entry.SpecType == s.GetType())?.Options
            .FirstOrDefault(option => option is { Name: "eps", Type: var type } && type == typeof(double))?.Property.GetValue(s) as double?;

    internal static OptimizerSpec WithEpsilon(OpSpec s, double epsilon) => s switch
    {
        AmsGradFamily a => a with { Epsilon = epsilon, EpsilonRoot = 0 },
        AdamFamily a => a with { Epsilon = epsilon },
        RmsProp r => r with { Epsilon = epsilon },
        _ => (Adagrad)s with { Epsilon = epsilon },
    };
}

using System.Collections.Immutable;
using ParityNet.Schedules;

namespace ParityNet.Parity.Laws;

/// <summary>Laws of reduce_lr_on_plateau, which lowers the rate when a metric stops improving.</summary>
static class PlateauLaws
{
    static bool Any(OpSpec s) => s is ReduceOnPlateau;

    static Law Of(string name, Func<OpSpec, bool> applies, Func<LawContext, ReduceOnPlateau, string?> broken) =>
        new(name, LawKind.Exact, applies, (b, s) => broken(b, (ReduceOnPlateau)s));

    public static ImmutableArray<Law> All { get; } =
    [
        Of("plateau: lr stays, or falls to max(factor·lr, min_lr)", Any, (b, s) =>
        {
            double[] rates = b.Rates(s, 1, Metrics(b, s));
            for (int i = 1; i < rates.Length; i++)
                if (rates[i] != rates[i - 1]
                    && (rates[i] != Math.Max(rates[i - 1] * s.Factor, s.MinimumRate) || rates[i - 1] - rates[i] <= s.Epsilon))
                    return FormattableString.Invariant(
                        $"the rate after {i} metrics must fall by its factor or stay: expected {rates[i - 1]:R} or less, got {rates[i]:R}.");
            return null;
        }),
        Of("plateau: a metric that always improves keeps lr", Any, (b, s) =>
        {
            double step = (s.Mode == PlateauMode.Min ? -1 : 1) * (1 + Math.Abs(s.Threshold));
            double[] metrics =
                [.. Enumerable.Range(1, 40).Select(i => s.ThresholdMode == ThresholdMode.Abs ? 2 * step * i : Math.Pow(2, Math.Sign(step) * i))];
            return Hold.All(b.Rates(s, 1, metrics).Select(rate => (Approx)rate), rate => rate == 1, "1");
        }),
        Of("plateau, constant metric: lr falls every patience + 1 (+ cooldown)", s => s is ReduceOnPlateau { Threshold: >= 0 }, (b, s) =>
        {
            double[] rates = b.Rates(s, 1, [.. Enumerable.Repeat(0.5, 60)]);
            double[] expected = new double[rates.Length];
            double rate = 1;
            // The first metric is the best so far, and so counts as an improvement.
            for (int i = 0, bad = -1, cooldown = 0; i < rates.Length; i++)
            {
                if (i > 0 && cooldown > 0)
                    cooldown--;
                else if (i > 0 && ++bad > s.Patience)
                {
                    rate = Lowered(s, rate);
                    (bad, cooldown) = (0, s.Cooldown);
                }
                expected[i] = rate;
            }
            return Hold.Same([.. expected.Select(r => (Approx)r)], [.. rates.Select(r => (Approx)r)]);
        }),
        Of("plateau, threshold_mode=rel: lr(2·metrics) = lr(metrics)", s => s is ReduceOnPlateau { ThresholdMode: ThresholdMode.Rel }, (b, s) =>
        {
            double[] metrics = Metrics(b, s);
            return Same(b.Rates(s, 1, metrics), b.Rates(s, 1, [.. metrics.Select(m => 2 * m)]));
        }),
        Of("plateau, threshold_mode=abs: max of −metrics = min of metrics", s => s is ReduceOnPlateau { ThresholdMode: ThresholdMode.Abs }, (b, s) =>
        {
            double[] metrics = Metrics(b, s);
            ReduceOnPlateau other = s with { Mode = s.Mode == PlateauMode.Min ? PlateauMode.Max : PlateauMode.Min };
            return Same(b.Rates(s, 1, metrics), b.Rates(other, 1, [.. metrics.Select(m => -m)]));
        }),
        Of("plateau: NaN counts as a bad metric", Any, (b, s) =>
        {
            double[] metrics = Metrics(b, s);
            double bad = s.Mode == PlateauMode.Min ? double.PositiveInfinity : double.NegativeInfinity;
            int[] where = [.. metrics.Select((_, i) => b.Index(3) == 0 && i > 0 ? i : -1)];
            return Same(b.Rates(s, 1, [.. metrics.Select((m, i) => where[i] >= 0 ? bad : m)]),
                b.Rates(s, 1, [.. metrics.Select((m, i) => where[i] >= 0 ? double.NaN : m)]));
        }),
        Of("plateau: a metric at the threshold is bad, 1 ULP better is good", s => s is ReduceOnPlateau { Threshold: > 0, Patience: < 20 }, (b, s) =>
        {
            // After the first metric, 1, all are equal: either none of them improves on 1, or the first one does.
            double edge = (s.Mode, s.ThresholdMode) switch
            {
                (PlateauMode.Min, ThresholdMode.Rel) => 1 * (1 - s.Threshold),
                (PlateauMode.Min, _) => 1 - s.Threshold,
                _ => 1 + s.Threshold,
            };
            double better = s.Mode == PlateauMode.Min ? Math.BitDecrement(edge) : Math.BitIncrement(edge);
            double[] atEdge = b.Rates(s, 1, [1, .. Enumerable.Repeat(edge, s.Patience + 1)]),
                beyond = b.Rates(s, 1, [1, .. Enumerable.Repeat(better, s.Patience + 1)]);
            return Same([Lowered(s, 1), 1], [atEdge[^1], beyond[^1]]);
        }),
    ];

    // Metrics that fall, stay and rise, by changes near the threshold or much larger.
    static double[] Metrics(LawContext bench, ReduceOnPlateau spec)
    {
        double metric = 1, scale = bench.Index(2) == 0 ? 1.0 / 64 : 1.0 / 4;
        return [.. bench.Eighths(4 * bench.Size + spec.Patience)
            .Select(change => Math.Abs(change) < 2 ? metric : metric = Math.Abs(metric + change * scale))];
    }

    static double Lowered(ReduceOnPlateau spec, double rate) =>
        Math.Max(rate * spec.Factor, spec.MinimumRate) is var lower && rate - lower > spec.Epsilon ? lower : rate;

    static string? Same(double[] expected, double[] actual) => Hold.Same([.. expected.Select(r => (Approx)r)], [.. actual.Select(r => (Approx)r)]);
}

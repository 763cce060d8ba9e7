using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using static ParityNet.Parity.Laws.ClassLossLaws;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about divergences of distributions.</summary>
static class DivergenceLaws
{
    const int Parts = 64;

    public static ImmutableArray<Law> All { get; } =
    [
        new("KL(q ‖ p) ≥ 0", LawKind.Bounded, IsPlain, (b, s) =>
        {
            (double[] scores, double[] shares) = Drawn(b);
            return Hold.AtMost([0], [Diverges(b, (KullbackLeibler)s, scores, shares)]);
        }),
        new("KL(q ‖ p) = H(q, p) − H(q)", LawKind.Bounded, IsPlain, (b, s) =>
        {
            (double[] scores, double[] shares) = Drawn(b);
            Approx cross =
                b.Function(new CrossEntropy(Reduction: Reduction.Sum), new Arguments([1, scores.Length], scores) { Target = shares }).Total;
            Approx negated = Approx.Sum(shares.Where(y => y > 0).Select(y => y * Approx.Within(Enclosure<double>.Log(Enclosure<double>.Exact(y)))));
            return Hold.Near(cross + negated, Diverges(b, (KullbackLeibler)s, scores, shares));
        }),
        new("ln Σ exp(x) ≥ max(x)", LawKind.Bounded, s => s is CrossEntropy { IgnoreIndex: < 0, Base: LogBase.Nats }, (b, s) =>
        {
            Arguments a = Draw(b);
            double[][] rows = [.. a.Input.Chunk(Classes(b))];
            Approx[] loss = b.Function((CrossEntropy)s with { LabelSmoothing = 0, Reduction = Reduction.None }, a).Value;
            return Hold.AtMost([.. rows.Select(row => (Approx)row.Max())], [.. loss.Select((v, i) => v + rows[i][a.Labels![i]])]);
        }),
    ];

    static bool IsPlain(OpSpec s) => s is KullbackLeibler { LogTarget: false, Base: LogBase.Nats };

    // Multiples of 1/64 sum to 1 exactly.
    static (double[] Scores, double[] Shares) Drawn(LawContext b)
    {
        double[] scores = b.Numbers(Classes(b));
        int[] cuts = [0, .. Enumerable.Range(1, scores.Length - 1).Select(_ => b.Index(Parts + 1)).Order(), Parts];
        return (scores, [.. cuts.Skip(1).Zip(cuts, (end, start) => (end - start) / (double)Parts)]);
    }

    static Approx Diverges(LawContext b, KullbackLeibler s, double[] scores, double[] shares)
    {
        Approx[] logs = b.Function(new LogSoftmax(), new Arguments([1, scores.Length], scores)).Value;
        Approx sum = b.Function(s with { Reduction = Reduction.Sum }, Arguments.Of([.. logs.Select(log => log.Value)], shares)).Total;
        return sum with { Slack = sum.Slack + logs.Zip(shares, (log, share) => share * log.Slack).Sum() };
    }
}

using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about losses with one value per row.</summary>
static class RowLossLaws
{
    static bool IsOfScores(OpSpec s) => s is CategoricalFocalCrossEntropy or PolyCrossEntropy or Sparsemax or MultilabelMargin;

    static bool TakesRows(OpSpec s) => s is CategoricalFocalCrossEntropy or PolyCrossEntropy or GeneralizedCrossEntropy;

    static RowLoss Each(OpSpec s) => (RowLoss)s with { Reduction = Reduction.None };

    public static ImmutableArray<Law> All { get; } =
    [
        new("row losses: reduction=mean = sum/rows", LawKind.Bounded, s => s is RowLoss { Reduction: Reduction.Mean }, (b, s) =>
        {
            Arguments a = Draw(b, s);
            return Hold.Near(b.Function((RowLoss)s with { Reduction = Reduction.Sum }, a).Total, b.Function((RowLoss)s, a).Total * a.Shape[0]);
        }),
        new("row losses: permuting rows permutes L and ∇L", LawKind.Exact, s => s is RowLoss, (b, s) =>
        {
            Arguments a = Draw(b, s);
            int[] order = b.Permutation(a.Shape[0]);
            FunctionResult one = b.Function(Each(s), a), other = b.Function(Each(s), Rearranged(a, rows => ElementLossLaws.Moved(rows, order)));
            return Hold.Same(ElementLossLaws.Moved(one.Value, order), other.Value)
                ?? Hold.Same([.. ElementLossLaws.Moved([.. one.Gradient.Chunk(a.Shape[1])], order).SelectMany(row => row)], other.Gradient);
        }),
        new("losses of class scores: L(x + c) = L(x), ∇L(x + c) = ∇L(x)", LawKind.Exact, IsOfScores, (b, s) =>
        {
            Arguments a = Draw(b, s);
            a = a with { Input = b.Eighths(a.Input.Length) };
            double c = b.Index(32) - 16;
            FunctionResult one = b.Function((RowLoss)s, a), other = b.Function((RowLoss)s, a with { Input = [.. a.Input.Select(x => x + c)] });
            return Hold.Same(one.Value, other.Value) ?? Hold.Same(one.Gradient, other.Gradient);
        }),
        new("losses of class scores: Σ ∂L/∂x of a row = 0", LawKind.Bounded, IsOfScores, (b, s) =>
        {
            Arguments a = Draw(b, s);
            Approx[][] rows = [.. b.Function(Each(s), a).Gradient.Chunk(a.Shape[1])];
            return Hold.Near([.. rows.Select(row => Approx.Sum(row))], [.. rows.Select(_ => (Approx)0)]);
        }),
        new("focal, poly, generalized losses: one-hot row = class index", LawKind.Bounded, TakesRows, (b, s) =>
        {
            Arguments a = Draw(b, s);
            return Hold.Near(b.Function(Each(s), a).Value, b.Function(Each(s), a with { Labels = null, Target = OneHot(a) }).Value);
        }),
        new("focal(α = 1, γ = 0) = poly(ε = 0) = cross_entropy", LawKind.Bounded, s => s is CategoricalFocalCrossEntropy or PolyCrossEntropy,
            (b, s) =>
        {
            Arguments a = Draw(b, s);
            LossSpec plain = s is PolyCrossEntropy poly ? poly with { Epsilon = 0 } : ((CategoricalFocalCrossEntropy)s) with { Alpha = 1, Gamma = 0 };
            FunctionResult one = b.Function(plain with { Reduction = Reduction.None }, a),
                other = b.Function(new CrossEntropy(Reduction: Reduction.None), a);
            return Hold.Near(other.Value, one.Value) ?? Hold.Near(other.Gradient, one.Gradient);
        }),
        new("categorical focal loss: L(γ + 1) ≤ L(γ)", LawKind.Bounded, s => s is CategoricalFocalCrossEntropy, (b, s) =>
        {
            Arguments a = Draw(b, s);
            var focal = (CategoricalFocalCrossEntropy)s with { Reduction = Reduction.None };
            return Hold.AtMost(b.Function(focal with { Gamma = focal.Gamma + 1 }, a).Value, b.Function(focal, a).Value);
        }),
        new("1 − p ≤ generalized cross-entropy ≤ −ln p", LawKind.Bounded, s => s is GeneralizedCrossEntropy, (b, s) =>
        {
            Arguments a = Draw(b, s);
            double[] p = [.. a.Input.Chunk(a.Shape[1]).Zip(a.Labels!, (row, label) => row[label])];
            Approx[] loss = b.Function(Each(s), a).Value;
            return Hold.AtMost([.. p.Select(one => (Approx)1 - one)], loss)
                ?? Hold.AtMost(loss, [.. p.Select(one => Approx.Within(-Enclosure<double>.Log(Enclosure<double>.Exact(one))))]);
        }),
        new("multiclass_sparsemax_loss ≥ 0, and 0 if the target leads by 1", LawKind.Bounded, s => s is Sparsemax, (b, s) =>
        {
            Arguments a = Draw(b, s);
            FunctionResult leading = b.Function(Each(s), Leading(a));
            return Hold.AtMost([.. a.Labels!.Select(_ => (Approx)0)], b.Function(Each(s), a).Value)
                ?? Hold.All([.. leading.Value, .. leading.Gradient], v => v == 0, "0");
        }),
        new("categorical_hinge = 0 if the target leads by 1", LawKind.Exact, s => s is CategoricalHinge, (b, s) =>
        {
            Arguments a = Draw(b, s);
            a = a with { Labels = b.Labels(a.Shape[0], a.Shape[1]) };
            FunctionResult r = b.Function(Each(s), Leading(a) with { Labels = null, Target = OneHot(a) });
            return Hold.All([.. r.Value, .. r.Gradient], v => v == 0, "0");
        }),
        new("multilabel_margin_loss of one label = multi_margin_loss", LawKind.Bounded, s => s is MultilabelMargin, (b, s) =>
        {
            Arguments a = Draw(b, s), one = a with { Labels = [.. a.Labels!.Chunk(a.Shape[1]).Select(row => Math.Max(row[0], 0))] };
            long[] listed = [.. one.Labels.SelectMany(label => Enumerable.Range(0, a.Shape[1]).Select(c => c == 0 ? label : -1))];
            return Hold.Near(b.Function(new MultiMargin(Reduction: Reduction.None), one).Value,
                b.Function(Each(s), a with { Labels = listed }).Value);
        }),
        new("multilabel_margin_loss: labels after the first −1 are ignored", LawKind.Exact, s => s is MultilabelMargin, (b, s) =>
        {
            Arguments a = Draw(b, s);
            long[] cut = [.. a.Labels!.Chunk(a.Shape[1]).SelectMany(row => row.Select((label, i) => row.AsSpan(0, i).Contains(-1) ? -1 : label))];
            FunctionResult one = b.Function(Each(s), a), other = b.Function(Each(s), a with { Labels = cut });
            return Hold.Same(one.Value, other.Value) ?? Hold.Same(one.Gradient, other.Gradient);
        }),
        new("multilabel_soft_margin_loss = mean of bce_with_logits over classes", LawKind.Bounded, s => s is MultilabelSoftMargin, (b, s) =>
        {
            Arguments a = Draw(b, s);
            Approx[] binary = b.Function(new BinaryCrossEntropyWithLogits(Reduction: Reduction.None), Arguments.Of(a.Input, a.Target)).Value;
            return Hold.Near([.. binary.Chunk(a.Shape[1]).Select(row => Approx.Sum(row))],
                [.. b.Function(Each(s), a).Value.Select(v => v * a.Shape[1])]);
        }),
        new("JS(p, q) = JS(q, p)", LawKind.Exact, s => s is JensenShannon, Symmetric),
        new("0 ≤ JS(p, q) ≤ ½·Σ(p + q)·ln 2", LawKind.Bounded, s => s is JensenShannon { Base: LogBase.Nats }, (b, s) =>
        {
            Arguments a = Draw(b, s);
            Approx[] loss = b.Function(Each(s), a).Value;
            return Hold.AtMost([.. loss.Select(_ => (Approx)0)], loss)
                ?? Hold.AtMost(loss, [.. a.Input.Zip(a.Target!, (x, y) => x + y).Chunk(a.Shape[1])
                .Select(row => Approx.Sum(row.Select(both => (Approx)both)) * Approx.Ln2 * 0.5)]);
        }),
        new("JS(p, p) = 0 and ∇JS(p, p) = 0", LawKind.Exact, s => s is JensenShannon, (b, s) =>
        {
            Arguments a = Draw(b, s);
            FunctionResult r = b.Function(Each(s), a with { Target = a.Input });
            return Hold.All([.. r.Value, .. r.Gradient], v => v == 0, "0");
        }),
        new("dice(x, y) = dice(y, x)", LawKind.Exact, s => s is Dice, Symmetric),
        new("dice, tversky: equal one-hot rows ⇒ L = 0", LawKind.Exact, s => s is Dice or Tversky, (b, s) =>
        {
            Arguments a = Draw(b, s);
            double[] hot = OneHot(a with { Labels = b.Labels(a.Shape[0], a.Shape[1]) });
            return Hold.All(b.Function(Each(s), a with { Input = hot, Target = hot }).Value, v => v == 0, "0");
        }),
        new("dice, tversky: 0 ≤ L ≤ 1", LawKind.Bounded, s => s is Dice or Tversky, (b, s) =>
        {
            Approx[] loss = b.Function(Each(s), Draw(b, s)).Value;
            return Hold.AtMost([.. loss.Select(_ => (Approx)0)], loss) ?? Hold.AtMost(loss, [.. loss.Select(_ => (Approx)1)]);
        }),
        new("tversky(½, ½) = dice", LawKind.Bounded, s => s is Tversky, (b, s) =>
        {
            Arguments a = Draw(b, s);
            FunctionResult one = b.Function(new Dice(((Tversky)s).Smooth, Reduction.None), a);
            FunctionResult other = b.Function((Tversky)s with { Alpha = 0.5, Beta = 0.5, Reduction = Reduction.None }, a);
            return Hold.Near(one.Value, other.Value) ?? Hold.Near(one.Gradient, other.Gradient);
        }),
        new("tversky(x, y; α, β) = tversky(y, x; β, α)", LawKind.Bounded, s => s is Tversky, (b, s) =>
        {
            Arguments a = Draw(b, s);
            var tversky = (Tversky)Each(s);
            return Hold.Near(b.Function(tversky, a).Value,
                b.Function(tversky with { Alpha = tversky.Beta, Beta = tversky.Alpha }, Exchanged(a)).Value);
        }),
    ];

    static string? Symmetric(LawContext b, OpSpec s)
    {
        Arguments a = Draw(b, s);
        return Hold.Same(b.Function(Each(s), a).Value, b.Function(Each(s), Exchanged(a)).Value);
    }

    internal static Arguments Draw(LawContext b, OpSpec s)
    {
        int n = 1 + b.Size / 4, c = 2 + b.Size % 4;
        bool ofProbabilities = s is GeneralizedCrossEntropy or JensenShannon or Dice or Tversky;
        var a = new Arguments([n, c], ofProbabilities ? b.Numbers(n * c, 0.01, 1) : b.Numbers(n * c));
        return s switch
        {
            MultilabelMargin => a with { Labels = [.. b.Labels(n * c, c + 1).Select(label => label - 1)] },
            Sparsemax or CategoricalFocalCrossEntropy or PolyCrossEntropy or GeneralizedCrossEntropy => a with { Labels = b.Labels(n, c) },
            _ => a with { Target = b.Numbers(n * c, 0.01, 1) },
        };
    }

    static Arguments Exchanged(Arguments a) => a with { Input = a.Target!, Target = a.Input };

    // The target's score exceeds all others, and 0, by at least 1.
    static Arguments Leading(Arguments a) => a with
    {
        Input = [.. a.Input.Chunk(a.Shape[1])
            .Zip(a.Labels!, (row, label) => row.Select((x, c) => c == label ? Math.Max(0, Math.Ceiling(row.Max())) + 1 : x)).SelectMany(row => row)],
    };

    internal static Arguments Rearranged(Arguments a, Func<double[][], double[][]> move)
    {
        double[] Moved(double[] numbers) => [.. move([.. numbers.Chunk(numbers.Length / a.Shape[0])]).SelectMany(row => row)];
        return a with
        {
            Input = Moved(a.Input),
            Target = a.Target is null ? null : Moved(a.Target),
            Labels = a.Labels is null ? null : [.. Moved([.. a.Labels.Select(label => (double)label)]).Select(label => (long)label)],
        };
    }

    static double[] OneHot(Arguments a) =>
        [.. a.Labels!.SelectMany(label => Enumerable.Range(0, a.Shape[1]).Select(c => c == label ? 1.0 : 0))];
}

using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about losses of rows.</summary>
static class RowLossLaws
{
    static bool IsOfScores(OpSpec s) => s is CategoricalFocalCrossEntropy or PolyCrossEntropy or Sparsemax or MultilabelMargin;

    static bool TakesRows(OpSpec s) => s is CategoricalFocalCrossEntropy or PolyCrossEntropy or GeneralizedCrossEntropy;

    static RowLoss Each(OpSpec s) => (RowLoss)s with { Reduction = Reduction.None };

    public static ImmutableArray<Law> All { get; } =
    [
        new("The mean over rows is their sum divided by their number", LawKind.Bounded, s => s is RowLoss { Reduction: Reduction.Mean }, (b, s) =>
        {
            Arguments a = Draw(b, s);
            return Hold.Near(b.Function((RowLoss)s with { Reduction = Reduction.Sum }, a).Total, b.Function((RowLoss)s, a).Total * a.Shape[0]);
        }),
        new("Permuting the rows of a batch permutes their losses and derivatives", LawKind.Exact, s => s is RowLoss, (b, s) =>
        {
            Arguments a = Draw(b, s);
            int[] order = b.Permutation(a.Shape[0]);
            FunctionResult one = b.Function(Each(s), a), other = b.Function(Each(s), Rearranged(a, rows => ElementLossLaws.Moved(rows, order)));
            return Hold.Same(ElementLossLaws.Moved(one.Value, order), other.Value)
                ?? Hold.Same([.. ElementLossLaws.Moved([.. one.Gradient.Chunk(a.Shape[1])], order).SelectMany(row => row)], other.Gradient);
        }),
        new("Moving the scores of a row alike changes neither loss nor derivatives", LawKind.Exact, IsOfScores, (b, s) =>
        {
            Arguments a = Draw(b, s);
            a = a with { Input = b.Eighths(a.Input.Length) };
            double c = b.Index(32) - 16;
            FunctionResult one = b.Function((RowLoss)s, a), other = b.Function((RowLoss)s, a with { Input = [.. a.Input.Select(x => x + c)] });
            return Hold.Same(one.Value, other.Value) ?? Hold.Same(one.Gradient, other.Gradient);
        }),
        new("The derivatives of a row of scores add up to 0", LawKind.Bounded, IsOfScores, (b, s) =>
        {
            Arguments a = Draw(b, s);
            Approx[][] rows = [.. b.Function(Each(s), a).Gradient.Chunk(a.Shape[1])];
            return Hold.Near([.. rows.Select(row => Approx.Sum(row))], [.. rows.Select(_ => (Approx)0)]);
        }),
        new("One right class in a row of targets is its class index", LawKind.Bounded, TakesRows, (b, s) =>
        {
            Arguments a = Draw(b, s);
            return Hold.Near(b.Function(Each(s), a).Value, b.Function(Each(s), a with { Labels = null, Target = OneHot(a) }).Value);
        }),
        new("Without focus, or without its own term, it is cross-entropy", LawKind.Bounded, s => s is CategoricalFocalCrossEntropy or PolyCrossEntropy, (b, s) =>
        {
            Arguments a = Draw(b, s);
            LossSpec plain = s is PolyCrossEntropy poly ? poly with { Epsilon = 0 } : ((CategoricalFocalCrossEntropy)s) with { Alpha = 1, Gamma = 0 };
            FunctionResult one = b.Function(plain with { Reduction = Reduction.None }, a), other = b.Function(new CrossEntropy(Reduction: Reduction.None), a);
            return Hold.Near(other.Value, one.Value) ?? Hold.Near(other.Gradient, one.Gradient);
        }),
        new("More focus never gives more loss", LawKind.Bounded, s => s is CategoricalFocalCrossEntropy, (b, s) =>
        {
            Arguments a = Draw(b, s);
            var focal = (CategoricalFocalCrossEntropy)s with { Reduction = Reduction.None };
            return Hold.AtMost(b.Function(focal with { Gamma = focal.Gamma + 1 }, a).Value, b.Function(focal, a).Value);
        }),
        new("The generalized cross-entropy lies between 1 − p and −ln p", LawKind.Bounded, s => s is GeneralizedCrossEntropy, (b, s) =>
        {
            Arguments a = Draw(b, s);
            double[] p = [.. a.Input.Chunk(a.Shape[1]).Zip(a.Labels!, (row, label) => row[label])];
            Approx[] loss = b.Function(Each(s), a).Value;
            return Hold.AtMost([.. p.Select(one => (Approx)1 - one)], loss)
                ?? Hold.AtMost(loss, [.. p.Select(one => Approx.Within(-Enclosure<double>.Log(Enclosure<double>.Exact(one))))]);
        }),
        new("The sparsemax loss is never negative, and 0 where the right class leads by 1", LawKind.Bounded, s => s is Sparsemax, (b, s) =>
        {
            Arguments a = Draw(b, s);
            FunctionResult leading = b.Function(Each(s), Leading(a));
            return Hold.AtMost([.. a.Labels!.Select(_ => (Approx)0)], b.Function(Each(s), a).Value)
                ?? Hold.All([.. leading.Value, .. leading.Gradient], v => v == 0, "0");
        }),
        new("Categorical hinge is 0 where the right class leads by 1", LawKind.Exact, s => s is CategoricalHinge, (b, s) =>
        {
            Arguments a = Draw(b, s);
            a = a with { Labels = b.Labels(a.Shape[0], a.Shape[1]) };
            FunctionResult r = b.Function(Each(s), Leading(a) with { Labels = null, Target = OneHot(a) });
            return Hold.All([.. r.Value, .. r.Gradient], v => v == 0, "0");
        }),
        new("With one right class it is the multi-class hinge", LawKind.Bounded, s => s is MultilabelMargin, (b, s) =>
        {
            Arguments a = Draw(b, s), one = a with { Labels = [.. a.Labels!.Chunk(a.Shape[1]).Select(row => Math.Max(row[0], 0))] };
            long[] listed = [.. one.Labels.SelectMany(label => Enumerable.Range(0, a.Shape[1]).Select(c => c == 0 ? label : -1))];
            return Hold.Near(b.Function(new MultiMargin(Reduction: Reduction.None), one).Value, b.Function(Each(s), a with { Labels = listed }).Value);
        }),
        new("What stands after the first −1 does not count", LawKind.Exact, s => s is MultilabelMargin, (b, s) =>
        {
            Arguments a = Draw(b, s);
            long[] cut = [.. a.Labels!.Chunk(a.Shape[1]).SelectMany(row => row.Select((label, i) => row.AsSpan(0, i).Contains(-1) ? -1 : label))];
            FunctionResult one = b.Function(Each(s), a), other = b.Function(Each(s), a with { Labels = cut });
            return Hold.Same(one.Value, other.Value) ?? Hold.Same(one.Gradient, other.Gradient);
        }),
        new("It is the mean over classes of binary cross-entropies", LawKind.Bounded, s => s is MultilabelSoftMargin, (b, s) =>
        {
            Arguments a = Draw(b, s);
            Approx[] binary = b.Function(new BinaryCrossEntropyWithLogits(Reduction: Reduction.None), Arguments.Of(a.Input, a.Target)).Value;
            return Hold.Near([.. binary.Chunk(a.Shape[1]).Select(row => Approx.Sum(row))], [.. b.Function(Each(s), a).Value.Select(v => v * a.Shape[1])]);
        }),
        new("The divergence of two distributions is symmetric", LawKind.Exact, s => s is JensenShannon, Symmetric),
        new("The divergence of two distributions lies between 0 and a bit", LawKind.Bounded, s => s is JensenShannon { Base: LogBase.Nats }, (b, s) =>
        {
            Arguments a = Draw(b, s);
            Approx[] loss = b.Function(Each(s), a).Value;
            return Hold.AtMost([.. loss.Select(_ => (Approx)0)], loss) ?? Hold.AtMost(loss, [.. a.Input.Zip(a.Target!, (x, y) => x + y).Chunk(a.Shape[1])
                .Select(row => Approx.Sum(row.Select(both => (Approx)both)) * Approx.Ln2 * 0.5)]);
        }),
        new("A distribution does not diverge from itself", LawKind.Exact, s => s is JensenShannon, (b, s) =>
        {
            Arguments a = Draw(b, s);
            FunctionResult r = b.Function(Each(s), a with { Target = a.Input });
            return Hold.All([.. r.Value, .. r.Gradient], v => v == 0, "0");
        }),
        new("The Dice loss is symmetric", LawKind.Exact, s => s is Dice, Symmetric),
        new("Equal one-hot rows overlap fully", LawKind.Exact, s => s is Dice or Tversky, (b, s) =>
        {
            Arguments a = Draw(b, s);
            double[] hot = OneHot(a with { Labels = b.Labels(a.Shape[0], a.Shape[1]) });
            return Hold.All(b.Function(Each(s), a with { Input = hot, Target = hot }).Value, v => v == 0, "0");
        }),
        new("An overlap lies between none and all", LawKind.Bounded, s => s is Dice or Tversky, (b, s) =>
        {
            Approx[] loss = b.Function(Each(s), Draw(b, s)).Value;
            return Hold.AtMost([.. loss.Select(_ => (Approx)0)], loss) ?? Hold.AtMost(loss, [.. loss.Select(_ => (Approx)1)]);
        }),
        new("With both prices a half the Tversky loss is the Dice loss", LawKind.Bounded, s => s is Tversky, (b, s) =>
        {
            Arguments a = Draw(b, s);
            FunctionResult one = b.Function(new Dice(((Tversky)s).Smooth, Reduction.None), a);
            FunctionResult other = b.Function((Tversky)s with { Alpha = 0.5, Beta = 0.5, Reduction = Reduction.None }, a);
            return Hold.Near(one.Value, other.Value) ?? Hold.Near(one.Gradient, other.Gradient);
        }),
        new("Exchanging prediction and target exchanges the prices of the Tversky loss", LawKind.Bounded, s => s is Tversky, (b, s) =>
        {
            Arguments a = Draw(b, s);
            var tversky = (Tversky)Each(s);
            return Hold.Near(b.Function(tversky, a).Value, b.Function(tversky with { Alpha = tversky.Beta, Beta = tversky.Alpha }, Exchanged(a)).Value);
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

    // The right class gets 1 more than the others, and than 0.
    static Arguments Leading(Arguments a) => a with
    {
        Input = [.. a.Input.Chunk(a.Shape[1]).Zip(a.Labels!, (row, label) => row.Select((x, c) => c == label ? Math.Max(0, Math.Ceiling(row.Max())) + 1 : x)).SelectMany(row => row)],
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

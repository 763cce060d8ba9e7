using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about losses over classes.</summary>
static class ClassLossLaws
{
    static bool IsPlain(OpSpec s) => s is CrossEntropy { LabelSmoothing: 0, Base: LogBase.Nats, IgnoreIndex: < 0 };

    static readonly CrossEntropy Each = new(Reduction: Reduction.None), Total = new(Reduction: Reduction.Sum);

    public static ImmutableArray<Law> All { get; } =
    [
        new("Moving all scores of a row exactly changes nothing", LawKind.Exact, s => s is CrossEntropy { IgnoreIndex: < 0 } or MultiMargin, (b, s) =>
        {
            Arguments a = Draw(b) with { Input = b.Eighths(Rows(b) * Classes(b)) };
            double c = b.Index(32) - 16;
            FunctionResult one = b.Function((LossSpec)s, a), other = b.Function((LossSpec)s, a with { Input = [.. a.Input.Select(v => v + c)] });
            return Hold.Same(one.Value, other.Value) ?? Hold.Same(one.Gradient, other.Gradient);
        }),
        new("A class index is a one-hot row", LawKind.Bounded, IsPlain, (b, s) =>
        {
            Arguments a = Draw(b);
            return Hold.Near(b.Function(Each, a).Value, b.Function(Each, a with { Labels = null, Target = OneHot(a, Classes(b)) }).Value);
        }),
        new("It is the negative log-likelihood of the log-softmax", LawKind.Bounded, IsPlain, (b, s) =>
        {
            Arguments a = Draw(b);
            Approx[] logs = b.Function(new LogSoftmax(), a with { Labels = null }).Value;
            Approx[] rows = b.Function(new NegativeLogLikelihood(Reduction: Reduction.None), a with { Input = [.. logs.Select(l => l.Value)] }).Value;
            int c = Classes(b);
            return Hold.Near(b.Function(Each, a).Value, [.. rows.Select((r, i) => r with { Slack = r.Slack + logs[i * c + (int)a.Labels![i]].Slack })]);
        }),
        new("The derivatives of a row add up to 0", LawKind.Bounded, s => s is CrossEntropy { IgnoreIndex: < 0 }, (b, s) =>
        {
            Arguments a = Draw(b);
            Approx[] g = b.Function((LossSpec)s with { Reduction = Reduction.Sum }, a).Gradient;
            return Hold.Near([.. g.Chunk(Classes(b)).Select(row => Approx.Sum(row))], [.. g.Chunk(Classes(b)).Select(_ => (Approx)0)]);
        }),
        new("The derivative is the softmax minus the one-hot row", LawKind.Bounded, IsPlain, (b, s) =>
        {
            Arguments a = Draw(b);
            Approx[] p = b.Function(new Softmax(), a with { Labels = null }).Value;
            return Hold.Near([.. p.Zip(OneHot(a, Classes(b)), (x, t) => x - t)], b.Function(Total, a).Gradient);
        }),
        new("A row that is ignored changes nothing, not even by NaN", LawKind.Exact, s => s is CrossEntropy or NegativeLogLikelihood { IgnoreIndex: >= 0 }, (b, s) =>
        {
            Arguments a = Draw(b);
            long[] labels = [.. a.Labels!.Select(l => Math.Max(l, 1)), 0];
            Arguments kept = a with { Labels = labels[..^1] };
            Arguments poisoned = new([a.Shape[0] + 1, a.Shape[1]], [.. a.Input, .. Enumerable.Repeat(double.NaN, a.Shape[1])]) { Labels = labels };
            LossSpec sum = s is CrossEntropy entropy ? entropy with { IgnoreIndex = 0, Reduction = Reduction.Sum } : (LossSpec)s with { Reduction = Reduction.Sum };
            FunctionResult one = b.Function(sum, kept), other = b.Function(sum, poisoned);
            return Hold.Same(one.Value, other.Value) ?? Hold.Same(one.Gradient, other.Gradient[..one.Gradient.Length]);
        }),
        new("Permuting classes permutes the derivatives", LawKind.Bounded, s => s is CrossEntropy { IgnoreIndex: < 0 } or MultiMargin, (b, s) =>
        {
            Arguments a = Draw(b);
            int[] order = b.Permutation(Classes(b));
            Arguments moved = a with
            {
                Input = [.. a.Input.Chunk(order.Length).SelectMany(row => ElementLossLaws.Moved(row, order))],
                Labels = [.. a.Labels!.Select(l => (long)Array.IndexOf(order, (int)l))],
            };
            FunctionResult one = b.Function((LossSpec)s, a), other = b.Function((LossSpec)s, moved);
            return Hold.Near(one.Value, other.Value)
                ?? Hold.Near([.. one.Gradient.Chunk(order.Length).SelectMany(row => ElementLossLaws.Moved(row, order))], other.Gradient);
        }),
        new("Permuting rows permutes their losses", LawKind.Exact, s => s is ClassLoss, (b, s) =>
        {
            Arguments a = Draw(b);
            int[] order = b.Permutation(Rows(b));
            LossSpec none = (LossSpec)s with { Reduction = Reduction.None };
            Arguments moved = a with
            {
                Input = [.. ElementLossLaws.Moved([.. a.Input.Chunk(Classes(b))], order).SelectMany(row => row)],
                Labels = ElementLossLaws.Moved(a.Labels!, order),
            };
            return Hold.Same(ElementLossLaws.Moved(b.Function(none, a).Value, order), b.Function(none, moved).Value);
        }),
        new("Smoothing mixes the class with the mean over all classes", LawKind.Bounded, IsPlain, (b, s) =>
        {
            Arguments a = Draw(b);
            Approx[] At(double e) => b.Function(Each with { LabelSmoothing = e }, a).Value;
            return Hold.Near([.. At(0).Zip(At(1), (none, all) => none * 0.75 + all * 0.25)], At(0.25));
        }),
        new("With two classes it is the binary cross-entropy with logits", LawKind.Bounded, IsPlain, (b, s) =>
        {
            double[] x = b.Numbers(1, -15, 15);
            return Hold.Near(b.Function(Each, new Arguments([1, 2], [0, x[0]]) { Labels = [1] }).Total,
                b.Function(new BinaryCrossEntropyWithLogits(Reduction: Reduction.None), Arguments.Of(x, [1])).Total);
        }),
        new("Class weights of 1 change nothing", LawKind.Bounded, s => s is CrossEntropy { IgnoreIndex: < 0 } or NegativeLogLikelihood { IgnoreIndex: < 0 } or MultiMargin, (b, s) =>
        {
            Arguments a = Draw(b);
            return Hold.Near(b.Function((LossSpec)s, a).Value, b.Function((LossSpec)s, a with { Weight = [.. Enumerable.Repeat(1.0, Classes(b))] }).Value);
        }),
        new("Large scores give finite losses", LawKind.Exact, s => s is CrossEntropy { IgnoreIndex: < 0 } or MultiMargin { P: 1 }, (b, s) =>
        {
            Arguments a = Draw(b);
            FunctionResult r = b.Function((LossSpec)s, a with { Input = [.. b.Coins(a.Input.Length).Select(c => 20000 * c - 10000)] });
            return Hold.All([.. r.Value, .. r.Gradient], double.IsFinite, "finite");
        }),
        new("The cross-entropy of a class is never negative", LawKind.Exact, IsPlain, (b, s) => Hold.All(b.Function(Each, Draw(b)).Value, v => v >= 0, "at least 0")),
        new("The likelihood of one row is minus its log-probability", LawKind.Exact, s => s is NegativeLogLikelihood { IgnoreIndex: < 0, Base: LogBase.Nats }, (b, s) =>
        {
            Arguments a = Draw(b, 1);
            return Hold.Same(-a.Input[a.Labels![0]], b.Function((LossSpec)s, a).Total);
        }),
        new("The class mean of the margins is their sum divided by C", LawKind.Bounded, s => s is MultiMargin { PerClass: true }, (b, s) =>
        {
            Arguments a = Draw(b);
            return Hold.Near(b.Function((MultiMargin)s with { PerClass = false }, a).Value, [.. b.Function((LossSpec)s, a).Value.Select(v => v * Classes(b))]);
        }),
    ];

    internal static int Classes(LawContext b) => 2 + b.Size % 4;

    static int Rows(LawContext b) => 1 + b.Size / 4;

    internal static Arguments Draw(LawContext b, int? rows = null)
    {
        int n = rows ?? Rows(b), c = Classes(b);
        return new([n, c], b.Numbers(n * c)) { Labels = b.Labels(n, c) };
    }

    static double[] OneHot(Arguments a, int classes) =>
        [.. a.Labels!.SelectMany(label => Enumerable.Range(0, classes).Select(c => c == label ? 1.0 : 0))];
}

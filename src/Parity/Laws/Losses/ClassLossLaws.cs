using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about losses with class targets.</summary>
static class ClassLossLaws
{
    static bool IsPlain(OpSpec s) => s is CrossEntropy { LabelSmoothing: 0, Base: LogBase.Nats, IgnoreIndex: < 0 };

    static readonly CrossEntropy Each = new(Reduction: Reduction.None), Total = new(Reduction: Reduction.Sum);

    public static ImmutableArray<Law> All { get; } =
    [
        new("cross_entropy, multi_margin_loss: L(x + c) = L(x)", LawKind.Exact, s => s is CrossEntropy { IgnoreIndex: < 0 } or MultiMargin, (b, s) =>
        {
            Arguments a = Draw(b) with { Input = b.Eighths(Rows(b) * Classes(b)) };
            double c = b.Index(32) - 16;
            FunctionResult one = b.Function((LossSpec)s, a), other = b.Function((LossSpec)s, a with { Input = [.. a.Input.Select(v => v + c)] });
            return Hold.Same(one.Value, other.Value) ?? Hold.Same(one.Gradient, other.Gradient);
        }),
        new("cross_entropy: class index = one-hot row", LawKind.Bounded, IsPlain, (b, s) =>
        {
            Arguments a = Draw(b);
            return Hold.Near(b.Function(Each, a).Value, b.Function(Each, a with { Labels = null, Target = OneHot(a, Classes(b)) }).Value);
        }),
        new("cross_entropy = nll_loss ∘ log_softmax", LawKind.Bounded, IsPlain, (b, s) =>
        {
            Arguments a = Draw(b);
            Approx[] logs = b.Function(new LogSoftmax(), a with { Labels = null }).Value;
            Approx[] rows = b.Function(new NegativeLogLikelihood(Reduction: Reduction.None), a with { Input = [.. logs.Select(l => l.Value)] }).Value;
            int c = Classes(b);
            return Hold.Near(b.Function(Each, a).Value,
                [.. rows.Select((r, i) => r with { Slack = r.Slack + logs[i * c + (int)a.Labels![i]].Slack })]);
        }),
        new("cross_entropy: Σ ∂L/∂x of a row = 0", LawKind.Bounded, s => s is CrossEntropy { IgnoreIndex: < 0 }, (b, s) =>
        {
            Arguments a = Draw(b);
            Approx[] g = b.Function((LossSpec)s with { Reduction = Reduction.Sum }, a).Gradient;
            return Hold.Near([.. g.Chunk(Classes(b)).Select(row => Approx.Sum(row))], [.. g.Chunk(Classes(b)).Select(_ => (Approx)0)]);
        }),
        new("cross_entropy: ∂L/∂x = softmax(x) − onehot(y)", LawKind.Bounded, IsPlain, (b, s) =>
        {
            Arguments a = Draw(b);
            Approx[] p = b.Function(new Softmax(), a with { Labels = null }).Value;
            return Hold.Near([.. p.Zip(OneHot(a, Classes(b)), (x, t) => x - t)], b.Function(Total, a).Gradient);
        }),
        new("ignore_index: L without the row = L with it, even if it is NaN", LawKind.Exact,
            s => s is CrossEntropy or NegativeLogLikelihood { IgnoreIndex: >= 0 }, (b, s) =>
        {
            Arguments a = Draw(b);
            long[] labels = [.. a.Labels!.Select(l => Math.Max(l, 1)), 0];
            Arguments kept = a with { Labels = labels[..^1] };
            Arguments poisoned = new([a.Shape[0] + 1, a.Shape[1]], [.. a.Input, .. Enumerable.Repeat(double.NaN, a.Shape[1])]) { Labels = labels };
            LossSpec sum = s is CrossEntropy entropy ? entropy with { IgnoreIndex = 0, Reduction = Reduction.Sum }
                : (LossSpec)s with { Reduction = Reduction.Sum };
            FunctionResult one = b.Function(sum, kept), other = b.Function(sum, poisoned);
            return Hold.Same(one.Value, other.Value) ?? Hold.Same(one.Gradient, other.Gradient[..one.Gradient.Length]);
        }),
        new("permuting classes permutes ∂L/∂x and keeps L", LawKind.Bounded, s => s is CrossEntropy { IgnoreIndex: < 0 } or MultiMargin, (b, s) =>
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
        new("class losses: L(Px, Py) = P·L(x, y) for permutations P of rows", LawKind.Exact, s => s is ClassLoss, (b, s) =>
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
        new("cross_entropy: L(smoothing ¼) = ¾·L(0) + ¼·L(1)", LawKind.Bounded, IsPlain, (b, s) =>
        {
            Arguments a = Draw(b);
            Approx[] At(double e) => b.Function(Each with { LabelSmoothing = e }, a).Value;
            return Hold.Near([.. At(0).Zip(At(1), (none, all) => none * 0.75 + all * 0.25)], At(0.25));
        }),
        new("cross_entropy of logits (0, x), class 1 = bce_with_logits(x, 1)", LawKind.Bounded, IsPlain, (b, s) =>
        {
            double[] x = b.Numbers(1, -15, 15);
            return Hold.Near(b.Function(Each, new Arguments([1, 2], [0, x[0]]) { Labels = [1] }).Total,
                b.Function(new BinaryCrossEntropyWithLogits(Reduction: Reduction.None), Arguments.Of(x, [1])).Total);
        }),
        new("class weights of 1 change nothing", LawKind.Bounded,
            s => s is CrossEntropy { IgnoreIndex: < 0 } or NegativeLogLikelihood { IgnoreIndex: < 0 } or MultiMargin, (b, s) =>
        {
            Arguments a = Draw(b);
            return Hold.Near(b.Function((LossSpec)s, a).Value,
                b.Function((LossSpec)s, a with { Weight = [.. Enumerable.Repeat(1.0, Classes(b))] }).Value);
        }),
        new("cross_entropy, multi_margin_loss, x = ±10⁴: L and ∇L finite", LawKind.Exact,
            s => s is CrossEntropy { IgnoreIndex: < 0 } or MultiMargin { P: 1 }, (b, s) =>
        {
            Arguments a = Draw(b);
            FunctionResult r = b.Function((LossSpec)s, a with { Input = [.. b.Coins(a.Input.Length).Select(c => 20000 * c - 10000)] });
            return Hold.All([.. r.Value, .. r.Gradient], double.IsFinite, "finite");
        }),
        new("cross_entropy of a class ≥ 0", LawKind.Exact, IsPlain, (b, s) => Hold.All(b.Function(Each, Draw(b)).Value, v => v >= 0, "at least 0")),
        new("nll_loss of one row = −x_y", LawKind.Exact, s => s is NegativeLogLikelihood { IgnoreIndex: < 0, Base: LogBase.Nats }, (b, s) =>
        {
            Arguments a = Draw(b, 1);
            return Hold.Same(-a.Input[a.Labels![0]], b.Function((LossSpec)s, a).Total);
        }),
        new("multi_margin_loss: mean over classes = sum/C", LawKind.Bounded, s => s is MultiMargin { PerClass: true }, (b, s) =>
        {
            Arguments a = Draw(b);
            return Hold.Near(b.Function((MultiMargin)s with { PerClass = false }, a).Value,
                [.. b.Function((LossSpec)s, a).Value.Select(v => v * Classes(b))]);
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

using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws of the CTC loss.</summary>
static class SequenceLaws
{
    const int Batch = 2, Steps = 4;

    static ConnectionistTemporalClassification Each(OpSpec s) =>
        (ConnectionistTemporalClassification)s with { Reduction = Reduction.None, ZeroInfinity = false };

    static bool Applies(OpSpec s) => s is ConnectionistTemporalClassification;

    public static ImmutableArray<Law> All { get; } =
    [
        new("ctc_loss: L(reversed x, reversed labels) = L(x, labels)", LawKind.Bounded, Applies, (b, s) =>
        {
            (double[] x, long[][] labels) = Draw(b, s);
            double[] reversed = [.. x.Chunk(Batch * Classes(s)).Reverse().SelectMany(step => step)];
            FunctionResult one = b.Function(Each(s), Of(s, x, labels)),
                other = b.Function(Each(s), Of(s, reversed, [.. labels.Select(all => all.Reverse().ToArray())]));
            return Hold.Near(one.Value, other.Value)
                ?? Hold.Near([.. one.Gradient.Chunk(Batch * Classes(s)).Reverse().SelectMany(step => step)], other.Gradient);
        }),
        new("ctc_loss: swapping two sequences swaps L and ∇L", LawKind.Exact, Applies, (b, s) =>
        {
            (double[] x, long[][] labels) = Draw(b, s);
            double[] exchanged = [.. x.Chunk(Classes(s)).Chunk(Batch).SelectMany(step => step.Reverse().SelectMany(row => row))];
            FunctionResult one = b.Function(Each(s), Lasting(Of(s, x, labels), Steps, Steps - 1));
            FunctionResult other = b.Function(Each(s), Lasting(Of(s, exchanged, [labels[1], labels[0]]), Steps - 1, Steps));
            return Hold.Same([one.Value[1], one.Value[0]], other.Value)
                ?? Hold.Same([.. one.Gradient.Chunk(Classes(s)).Chunk(Batch).SelectMany(step => step.Reverse().SelectMany(row => row))],
                    other.Gradient);
        }),
        new("ctc_loss: permuting classes and blank keeps L", LawKind.Bounded, Applies, (b, s) =>
        {
            (double[] x, long[][] labels) = Draw(b, s);
            int[] order = b.Permutation(Classes(s));
            ConnectionistTemporalClassification renamed = Each(s) with { Blank = Array.IndexOf(order, Each(s).Blank) };
            Arguments moved = Of(s, [.. x.Chunk(order.Length).SelectMany(row => ElementLossLaws.Moved(row, order))],
                [.. labels.Select(all => all.Select(label => (long)Array.IndexOf(order, (int)label)).ToArray())]);
            return Hold.Near(b.Function(Each(s), Of(s, x, labels)).Value, b.Function(renamed, moved).Value);
        }),
        new("ctc_loss, one step, one label l: L = −x_l", LawKind.Exact, Applies, (b, s) =>
        {
            double[] x = b.Numbers(Batch * Classes(s), -4, 0);
            long[] labels = [Label(b, s), Label(b, s)];
            return Hold.Same([-x[labels[0]], -x[Classes(s) + labels[1]]], b.Function(Each(s), Of(s, x, [[labels[0]], [labels[1]]])).Value);
        }),
        new("ctc_loss, two steps: Σ exp(−L) over all targets = Π Σ exp(x)", LawKind.Bounded, Applies, (b, s) =>
        {
            int blank = Each(s).Blank;
            double[][] rows = [.. Enumerable.Range(0, 2).Select(_ => b.Numbers(Classes(s), -4, 0))];
            long[] alphabet = [.. Enumerable.Range(0, Classes(s)).Where(c => c != blank).Select(c => (long)c)];
            long[][] targets =
                [[], .. alphabet.Select(one => (long[])[one]), .. alphabet.SelectMany(one => alphabet.Select(two => (long[])[one, two]))];
            double[] x = [.. rows.SelectMany(row => targets.SelectMany(_ => row))];
            IEnumerable<Approx> all = b.Function(Each(s), Of(s, x, targets)).Value.Select(loss => Power(loss));
            return Hold.Near(Approx.Sum(rows[0].Select(one => Power(-one))) * Approx.Sum(rows[1].Select(one => Power(-one))), Approx.Sum(all));
        }),
        new("ctc_loss, T steps: L(x − 2) = L(x) + 2T", LawKind.Bounded, Applies, (b, s) =>
        {
            (double[] x, long[][] labels) = Draw(b, s);
            x = [.. x.Select(one => Math.Round(8 * one) / 8)];
            Approx[] loss = b.Function(Each(s), Of(s, x, labels)).Value,
                lower = b.Function(Each(s), Of(s, [.. x.Select(one => one - 2)], labels)).Value;
            return Hold.Near([.. loss.Select(one => one + 2 * Steps)], lower);
        }),
        new("ctc_loss: x after input_lengths is ignored, even NaN", LawKind.Exact, Applies, (b, s) =>
        {
            (double[] x, long[][] labels) = Draw(b, s);
            double[] poisoned = [.. x, .. x.Select(_ => double.NaN)];
            FunctionResult one = b.Function((LossSpec)s, Of(s, x, labels)), other = b.Function((LossSpec)s, Of(s, poisoned, labels, Steps));
            return Hold.Same(one.Value, other.Value) ?? Hold.Same([.. one.Gradient, .. x.Select(_ => (Approx)0)], other.Gradient);
        }),
        new("ctc_loss: Σ ∂L/∂x of a step = Σ exp(x) − 1", LawKind.Bounded, Applies, (b, s) =>
        {
            (double[] x, long[][] labels) = Draw(b, s, most: 1);
            Approx[][] rows = [.. b.Function(Each(s), Of(s, x, labels)).Gradient.Chunk(Classes(s))];
            return Hold.Near([.. x.Chunk(Classes(s)).Select(row => Approx.Sum(row.Select(one => Power(-one))) - 1)],
                [.. rows.Select(row => Approx.Sum(row))]);
        }),
        new("ctc_loss: a repeated label needs a blank between, else L = ∞", LawKind.Bounded, Applies, (b, s) =>
        {
            int n = Classes(s), blank = Each(s).Blank;
            double[] x = b.Numbers(3 * n, -4, 0);
            long label = Label(b, s);
            Approx between = -x[label] - (Approx)x[n + blank] - x[2 * n + label];
            return Hold.Near(between, b.Function(Each(s), Of(s, x, [[label, label]])).Total)
                ?? Hold.Same(double.PositiveInfinity, b.Function(Each(s), Of(s, x[..(2 * n)], [[label, label]])).Total);
        }),
        new("ctc_loss, zero_infinity: infeasible target ⇒ L = 0, ∇L = 0", LawKind.Exact,
            s => s is ConnectionistTemporalClassification { ZeroInfinity: true }, (b, s) =>
        {
            long label = Label(b, s);
            FunctionResult r = b.Function((LossSpec)s, Of(s, b.Numbers(2 * Classes(s), -4, 0), [[label, label]]));
            return Hold.All([.. r.Value, .. r.Gradient], v => v == 0, "0");
        }),
        new("ctc_loss: reduction=mean = mean of L/target_length", LawKind.Bounded,
            s => s is ConnectionistTemporalClassification { Reduction: Reduction.Mean }, (b, s) =>
        {
            (double[] x, long[][] labels) = Draw(b, s, most: 2);
            Approx[] each = b.Function((ConnectionistTemporalClassification)s with { Reduction = Reduction.None }, Of(s, x, labels)).Value;
            int[] counts = [.. labels.Select(all => Math.Max(all.Length, 1))];
            return Hold.Near(each[0] * counts[1] + each[1] * counts[0],
                b.Function((LossSpec)s, Of(s, x, labels)).Total * (Batch * counts[0] * counts[1]));
        }),
        new("ctc_loss: concatenated targets = padded rows of targets", LawKind.Exact, Applies, (b, s) =>
        {
            (double[] x, long[][] labels) = Draw(b, s);
            Arguments flat = Of(s, x, labels);
            long[] rows = [.. labels.SelectMany(all => all.Concat(Enumerable.Repeat<long>(Each(s).Blank, 3 - all.Length)))];
            FunctionResult one = b.Function((LossSpec)s, flat);
            FunctionResult other = b.Function((LossSpec)s, flat with { Indices = flat.Indices.SetItem("targets", Tensor.Create(rows, [Batch, 3])) });
            return Hold.Same(one.Value, other.Value) ?? Hold.Same(one.Gradient, other.Gradient);
        }),
    ];

    static int Classes(OpSpec s) => Math.Max(3, Each(s).Blank + 2);

    static long Label(LawContext b, OpSpec s) => b.Index(Classes(s) - 1) is var other && other < Each(s).Blank ? other : other + 1;

    static (double[] X, long[][] Labels) Draw(LawContext b, OpSpec s, int most = 3) =>
        (b.Numbers(Steps * Batch * Classes(s), -4, 0),
            [.. Enumerable.Range(0, Batch).Select(_ => Enumerable.Range(0, b.Index(most + 1)).Select(_ => Label(b, s)).ToArray())]);

    // Concatenated targets; every input length is the number of steps unless given.
    static Arguments Of(OpSpec s, double[] x, long[][] labels, int? steps = null)
    {
        int batch = labels.Length, all = x.Length / (batch * Classes(s));
        return new([all, batch, Classes(s)], x)
        {
            Indices = new Dictionary<string, Tensor<long>>
            {
                ["targets"] = Tensor.Create<long>([.. labels.SelectMany(one => one)]),
                ["input_lengths"] = Tensor.Create<long>([.. labels.Select(_ => (long)(steps ?? all))]),
                ["target_lengths"] = Tensor.Create<long>([.. labels.Select(one => (long)one.Length)]),
            }.ToImmutableDictionary(),
        };
    }

    static Arguments Lasting(Arguments arguments, params ReadOnlySpan<long> steps) =>
        arguments with { Indices = arguments.Indices.SetItem("input_lengths", Tensor.Create(steps.ToArray())) };

    // e^−loss.
    static Approx Power(Approx loss) => double.IsPositiveInfinity(loss.Value) ? 0 : Approx.Within(Enclosure<double>.Exp(-loss.Bounds));
}

using System.Collections.Immutable;
using ParityNet.Activations;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about activations.</summary>
static class ActivationLaws
{
    static bool IsRow(OpSpec s) => s is SoftmaxActivation { Dimension: null or -1 };

    static double[] Negated(double[] x) => [.. x.Select(v => -v)];

    public static ImmutableArray<Law> All { get; } =
    [
        new("tanh(−x) = −tanh(x)", LawKind.Exact, s => s is Tanh, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Same([.. Value(b, s, x).Select(v => (Approx)(-v.Value))], Value(b, s, Negated(x)));
        }),
        new("sigmoid(x) + sigmoid(−x) = 1", LawKind.Bounded, s => s is Sigmoid, (b, s) =>
        {
            double[] x = b.Numbers(b.Size, -20, 20);
            return Hold.Near([.. x.Select(_ => (Approx)1)], Sum(Value(b, s, x), Value(b, s, Negated(x))));
        }),
        new("gelu(x) − gelu(−x) = x", LawKind.Bounded, s => s is Gelu, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Near([.. x.Select(v => (Approx)v)], Difference(Value(b, s, x), Value(b, s, Negated(x))));
        }),
        new("softplus(x) − softplus(−x) = x", LawKind.Bounded, s => s is Softplus { Threshold: >= 5 }, (b, s) =>
        {
            double[] x = b.Numbers(b.Size, -2, 2);
            return Hold.Near([.. x.Select(v => (Approx)v)], Difference(Value(b, s, x), Value(b, s, Negated(x))));
        }),
        new("relu(x) − relu(−x) = x", LawKind.Exact, s => s is ReLU, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Same([.. x.Select(v => (Approx)v)], [.. Value(b, s, x).Zip(Value(b, s, Negated(x)), (p, n) => (Approx)(p.Value - n.Value))]);
        }),
        new("relu′(0) = 0", LawKind.Exact, s => s is ReLU, (b, s) =>
            Hold.All(b.Function((ActivationSpec)s, Arguments.Of(new double[b.Size])).Gradient, g => g == 0, "0")),
        new("softplus′(x) = sigmoid(βx)", LawKind.Bounded, s => s is Softplus { Threshold: >= 5 }, (b, s) =>
        {
            double beta = ((Softplus)s).Beta;
            double[] x = b.Numbers(b.Size, -2, 2), scaled = [.. x.Select(v => v * beta)];
            return scaled.Any(v => v != b.Round(v)) ? null
                : Hold.Near(b.Function((ActivationSpec)s, Arguments.Of(x)).Gradient, Value(b, new Sigmoid(), scaled));
        }),
        new("increasing f: x ≤ z ⇒ f(x) ≤ f(z)", LawKind.Bounded, s => s is ActivationSpec { IsIncreasing: true }, (b, s) =>
        {
            double[] x = [.. b.Numbers(b.Size + 1).Order()];
            Approx[] y = Value(b, s, x);
            return Hold.AtMost(y[..^1], y[1..]);
        }),
        new("0 ≤ sigmoid, hardsigmoid, softmax, softmin ≤ 1", LawKind.Exact, s => s is Sigmoid or Hardsigmoid or Softmax or Softmin, (b, s) =>
            Hold.All(Value(b, s, b.Numbers(b.Size, -100, 100)), p => p is >= 0 and <= 1, "from 0 to 1")),
        new("−1 ≤ tanh(x) ≤ 1", LawKind.Exact, s => s is Tanh, (b, s) =>
            Hold.All(Value(b, s, b.Numbers(b.Size, -100, 100)), p => p is >= -1 and <= 1, "from −1 to 1")),
        new("identity(x) = x", LawKind.Exact, s => s is Identity, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Same([.. x.Select(v => (Approx)v)], Value(b, s, x));
        }),
        new("prelu(x; a) = leaky_relu(x; a)", LawKind.Exact, s => s is PReLU, (b, s) =>
        {
            double[] x = b.Numbers(b.Size), derivative = b.Eighths(1);
            return Hold.Same(Value(b, new LeakyReLU(derivative[0]), x),
                b.Function((ActivationSpec)s, Arguments.Of(x) with { Weight = derivative }).Value);
        }),
        new("Σ softmax(x) = 1, Σ softmin(x) = 1", LawKind.Bounded, s => s is (Softmax or Softmin) && IsRow(s), (b, s) =>
            Hold.Near(1, Approx.Sum(Value(b, s, b.Numbers(b.Size, -20, 20))))),
        new("softmax(x + c) = softmax(x)", LawKind.Exact, IsRow, (b, s) =>
        {
            double[] x = b.Eighths(b.Size);
            double c = b.Index(32) - 16;
            return Hold.Same(Value(b, s, x), Value(b, s, [.. x.Select(v => v + c)]));
        }),
        new("log_softmax(x) ≤ 0", LawKind.Exact, s => s is LogSoftmax, (b, s) =>
            Hold.All(Value(b, s, b.Numbers(b.Size, -100, 100)), p => p <= 0, "at most 0")),
        new("softmax: Jᵀ1 = 0", LawKind.Bounded, s => s is Softmax && IsRow(s), (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Near([.. x.Select(_ => (Approx)0)], b.Function((ActivationSpec)s, Arguments.Of(x), [.. x.Select(_ => 1.0)]).Gradient);
        }),
    ];

    static Approx[] Value(LawContext b, OpSpec s, double[] x) => b.Function((ActivationSpec)s, Arguments.Of(x)).Value;

    static Approx[] Sum(Approx[] a, Approx[] b) => [.. a.Zip(b, (x, y) => x + y)];

    static Approx[] Difference(Approx[] a, Approx[] b) => [.. a.Zip(b, (x, y) => x - y)];
}

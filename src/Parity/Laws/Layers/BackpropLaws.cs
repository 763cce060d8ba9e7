using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about gradients as linear maps of the cotangent.</summary>
static class BackpropLaws
{
    // The Jacobian is computed row by row, one evaluation per element of the value.
    const int Few = 5;

    // Row ops, whose elements interact, and those elementwise ops whose derivative libtorch computes without cancellation.
    static bool IsOfInputAlone(OpSpec s) => s is SoftmaxActivation { Dimension: null or -1 } or Sigmoid or Tanh or Softplus or Silu or Elu;

    public static ImmutableArray<Law> All { get; } =
    [
        new("Jᵀ(u + v) = Jᵀu + Jᵀv", LawKind.Bounded, IsOfInputAlone, (b, s) =>
        {
            int n = Math.Min(b.Size, Few);
            double[] x = b.Numbers(n), u = b.Eighths(n), v = b.Eighths(n);
            Approx[] Against(double[] cotangent) => b.Function((ActivationSpec)s, Arguments.Of(x), cotangent).Gradient;
            return Hold.Near([.. Against(u).Zip(Against(v), (g, h) => g + h)], Against([.. u.Zip(v, (one, other) => one + other)]));
        }),
        new("⟨Ju, v⟩ = ⟨u, Jᵀv⟩", LawKind.Bounded, IsOfInputAlone, (b, s) =>
        {
            int n = Math.Min(b.Size, Few);
            double[] x = b.Numbers(n), u = b.Eighths(n), v = b.Eighths(n);
            // The gradients against one element of the value at a time are the rows of J.
            Approx forth = Approx.Sum(Rows(b, (ActivationSpec)s, x).Select((row, i) => v[i] * Dot(row, u)));
            return Hold.Near(forth, Dot(b.Function((ActivationSpec)s, Arguments.Of(x), v).Gradient, u));
        }),
        new("softmax: J = Jᵀ", LawKind.Bounded, s => s is Softmax { Dimension: null or -1 }, (b, s) =>
        {
            Approx[][] rows = Rows(b, (ActivationSpec)s, b.Numbers(Math.Min(b.Size, Few)));
            return Hold.Near([.. rows.SelectMany(row => row)], [.. rows.SelectMany((_, i) => rows.Select(row => row[i]))]);
        }),
        new("∇cross_entropy = Jᵀ∇nll_loss with J of log_softmax", LawKind.Bounded,
            s => s is CrossEntropy { LabelSmoothing: 0, Base: LogBase.Nats, IgnoreIndex: < 0 }, (b, s) =>
        {
            Arguments a = ClassLossLaws.Draw(b), plain = a with { Labels = null };
            Approx[] logs = b.Function(new LogSoftmax(), plain).Value;
            double[] outer =
                [.. b.Function(new NegativeLogLikelihood(Reduction: Reduction.Sum),
                a with { Input = [.. logs.Select(log => log.Value)] }).Gradient.Select(g => g.Value)];
            return Hold.Near(b.Function(new CrossEntropy(Reduction: Reduction.Sum), a).Gradient, b.Function(new LogSoftmax(), plain, outer).Gradient);
        }),
        new("linear: ∂L/∂W of a batch = Σ ∂L/∂W of its examples", LawKind.Exact, s => s is Linear, (b, s) => b.Try(new SharedDerivative(), s)),
    ];

    static Approx[][] Rows(LawContext b, ActivationSpec s, double[] x) =>
        [.. x.Select((_, i) => b.Function(s, Arguments.Of(x), [.. x.Select((_, k) => k == i ? 1.0 : 0)]).Gradient)];

    static Approx Dot(Approx[] derivatives, double[] way) => Approx.Sum(derivatives.Zip(way, (g, w) => g * w));
}

using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about derivatives as linear maps of their cotangents.</summary>
static class BackpropLaws
{
    // Each element of a value is asked for its derivatives by itself.
    const int Few = 5;

    // Those of rows mix their numbers; of the others, some whose derivative libtorch computes without losing digits.
    static bool IsOfInputAlone(OpSpec s) => s is SoftmaxActivation { Dimension: null or -1 } or Sigmoid or Tanh or Softplus or Silu or Elu;

    public static ImmutableArray<Law> All { get; } =
    [
        new("The derivatives against a sum of cotangents are the sum of those against each", LawKind.Bounded, IsOfInputAlone, (b, s) =>
        {
            int n = Math.Min(b.Size, Few);
            double[] x = b.Numbers(n), u = b.Eighths(n), v = b.Eighths(n);
            Approx[] Against(double[] cotangent) => b.Function((ActivationSpec)s, Arguments.Of(x), cotangent).Gradient;
            return Hold.Near([.. Against(u).Zip(Against(v), (g, h) => g + h)], Against([.. u.Zip(v, (one, other) => one + other)]));
        }),
        new("Derivatives forth and back weigh the same: ⟨Ju, v⟩ = ⟨u, Jᵀv⟩", LawKind.Bounded, IsOfInputAlone, (b, s) =>
        {
            int n = Math.Min(b.Size, Few);
            double[] x = b.Numbers(n), u = b.Eighths(n), v = b.Eighths(n);
            // Row by row, against one element of the value at a time, the derivatives make J.
            Approx forth = Approx.Sum(Rows(b, (ActivationSpec)s, x).Select((row, i) => v[i] * Dot(row, u)));
            return Hold.Near(forth, Dot(b.Function((ActivationSpec)s, Arguments.Of(x), v).Gradient, u));
        }),
        new("The derivatives of softmax, which are second derivatives, are symmetric", LawKind.Bounded, s => s is Softmax { Dimension: null or -1 }, (b, s) =>
        {
            Approx[][] rows = Rows(b, (ActivationSpec)s, b.Numbers(Math.Min(b.Size, Few)));
            return Hold.Near([.. rows.SelectMany(row => row)], [.. rows.SelectMany((_, i) => rows.Select(row => row[i]))]);
        }),
        new("The chain rule through the log-softmax gives the derivative of cross-entropy", LawKind.Bounded, s => s is CrossEntropy { LabelSmoothing: 0, Base: LogBase.Nats, IgnoreIndex: < 0 }, (b, s) =>
        {
            Arguments a = ClassLossLaws.Draw(b), plain = a with { Labels = null };
            Approx[] logs = b.Function(new LogSoftmax(), plain).Value;
            double[] outer = [.. b.Function(new NegativeLogLikelihood(Reduction: Reduction.Sum), a with { Input = [.. logs.Select(log => log.Value)] }).Gradient.Select(g => g.Value)];
            return Hold.Near(b.Function(new CrossEntropy(Reduction: Reduction.Sum), a).Gradient, b.Function(new LogSoftmax(), plain, outer).Gradient);
        }),
        new("The derivative by shared weights adds up over a batch", LawKind.Exact, s => s is Linear, (b, s) => b.Try(new SharedDerivative(), s)),
    ];

    static Approx[][] Rows(LawContext b, ActivationSpec s, double[] x) =>
        [.. x.Select((_, i) => b.Function(s, Arguments.Of(x), [.. x.Select((_, k) => k == i ? 1.0 : 0)]).Gradient)];

    static Approx Dot(Approx[] derivatives, double[] way) => Approx.Sum(derivatives.Zip(way, (g, w) => g * w));
}

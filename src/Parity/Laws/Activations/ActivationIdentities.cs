using System.Collections.Immutable;
using ParityNet.Activations;

namespace ParityNet.Parity.Laws;

/// <summary>Identities between activations.</summary>
static class ActivationIdentities
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("relu6 = hardtanh(0, 6)", LawKind.Exact, s => s is ReLU6, (b, s) => Alike(b, s, new Hardtanh(0, 6), b.Numbers(b.Size, -8, 8))),
        new("threshold(0, 0) = relu", LawKind.Exact, s => s is Threshold { Limit: 0, Value: 0 }, (b, s) =>
            Alike(b, s, new ReLU(), b.Numbers(b.Size))),
        new("celu(α = 1) = elu(α = 1)", LawKind.Exact, s => s is Celu { Alpha: 1 }, (b, s) => Alike(b, s, new Elu(), b.Numbers(b.Size))),
        new("rrelu(x; noise a) = leaky_relu(x; a)", LawKind.Exact, s => s is RReLU { Training: true }, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            double derivative = b.Eighths(1)[0];
            var noise = ImmutableDictionary<string, double[]>.Empty.Add("noise", [.. x.Select(_ => derivative)]);
            return Hold.Same(Value(b, new LeakyReLU(derivative), x), b.Function((ActivationSpec)s, Arguments.Of(x) with { Others = noise }).Value);
        }),
        new("rrelu in evaluation = leaky_relu(x; ½(lower + upper))", LawKind.Bounded, s => s is RReLU { Training: false }, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Near(Value(b, new LeakyReLU((((RReLU)s).Lower + ((RReLU)s).Upper) / 2), x), Value(b, s, x));
        }),
        new("softmin(x) = softmax(−x)", LawKind.Exact, s => s is Softmin { Dimension: -1 }, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Same(Value(b, new Softmax(), Negated(x)), Value(b, s, x));
        }),
        new("softshrink(x; λ) = x − hardtanh(x; −λ, λ)", LawKind.Exact, s => s is Softshrink, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            double lambda = ((Softshrink)s).Lambda;
            return Hold.Same([.. x.Zip(Value(b, new Hardtanh(-lambda, lambda), x), (v, kept) => (Approx)b.Round(v - kept.Value))], Value(b, s, x));
        }),
        new("selu(x) = scale·elu(x; α)", LawKind.Bounded, s => s is Selu, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Near([.. Value(b, new Elu(Selu.Alpha), x).Select(v => Selu.Scale * v)], Value(b, s, x));
        }),
        new("silu(x) = x·sigmoid(x)", LawKind.Bounded, s => s is Silu, (b, s) => TimesX(b, s, new Sigmoid(), b.Numbers(b.Size, -20, 20))),
        new("hardswish(x) = x·hardsigmoid(x)", LawKind.Bounded, s => s is Hardswish, (b, s) => TimesX(b, s, new Hardsigmoid(), b.Numbers(b.Size))),
        new("mish(x) = x·tanh(softplus(x))", LawKind.Bounded, s => s is Mish, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            Approx[] soft = Value(b, new Softplus(), x);
            // tanh has Lipschitz constant 1, so that it does not amplify the slack of its argument.
            IEnumerable<Approx> tangents = Value(b, new Tanh(), [.. soft.Select(v => v.Value)])
                .Zip(soft, (t, v) => t with { Slack = t.Slack + v.Slack });
            return Hold.Near([.. tangents.Zip(x, (t, v) => v * t)], Value(b, s, x));
        }),
        new("logsigmoid(x) = −softplus(−x)", LawKind.Bounded, s => s is LogSigmoid, (b, s) =>
        {
            double[] x = b.Numbers(b.Size, -8, 8);
            return Hold.Near([.. Value(b, new Softplus(), Negated(x)).Select(v => -1 * v)], Value(b, s, x));
        }),
        new("tanhshrink(x) + tanh(x) = x", LawKind.Bounded, s => s is Tanhshrink, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Near([.. x.Select(v => (Approx)v)], [.. Value(b, s, x).Zip(Value(b, new Tanh(), x), (rest, t) => rest + t)]);
        }),
        new("glu(a, b) = a·sigmoid(b)", LawKind.Bounded, s => s is Glu { Dimension: -1 }, (b, s) =>
        {
            double[] x = b.Numbers(2 * b.Size);
            return Hold.Near([.. Value(b, new Sigmoid(), x[b.Size..]).Zip(x, (gate, v) => v * gate)], Value(b, s, x));
        }),
        new("glu(2ᵏa, b) = 2ᵏ·glu(a, b)", LawKind.Exact, s => s is Glu { Dimension: -1 }, (b, s) =>
        {
            double[] x = b.Numbers(2 * b.Size);
            double k = b.PowerOfTwo();
            return Hold.Same([.. Value(b, s, x).Select(v => (Approx)(k * v.Value))], Value(b, s, [.. x.Select((v, i) => i < b.Size ? k * v : v)]));
        }),
    ];

    static string? Alike(LawContext b, OpSpec one, ActivationSpec other, double[] x)
    {
        FunctionResult expected = b.Function(other, Arguments.Of(x)), actual = b.Function((ActivationSpec)one, Arguments.Of(x));
        return Hold.Same(expected.Value, actual.Value) ?? Hold.Same(expected.Gradient, actual.Gradient);
    }

    static string? TimesX(LawContext b, OpSpec product, ActivationSpec factor, double[] x) =>
        Hold.Near([.. Value(b, factor, x).Zip(x, (f, v) => v * f)], Value(b, product, x));

    static Approx[] Value(LawContext b, OpSpec s, double[] x) => b.Function((ActivationSpec)s, Arguments.Of(x)).Value;

    static double[] Negated(double[] x) => [.. x.Select(v => -v)];
}

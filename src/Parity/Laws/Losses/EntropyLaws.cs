using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about binary cross-entropy, with probabilities and with logits.</summary>
static class EntropyLaws
{
    static bool IsBinary(OpSpec s) => s is BinaryCrossEntropy or BinaryCrossEntropyWithLogits;

    static bool IsLogits(OpSpec s) => s is BinaryCrossEntropyWithLogits { Base: LogBase.Nats };

    static readonly BinaryCrossEntropyWithLogits Each = new(Reduction: Reduction.None);

    public static ImmutableArray<Law> All { get; } =
    [
        new("bce, bce_with_logits: weight = 1 changes nothing", LawKind.Exact, IsBinary, (b, s) =>
        {
            Arguments a = ElementLossLaws.Draw(b, s);
            FunctionResult plain = b.Function((LossSpec)s, a), weighted = b.Function((LossSpec)s, a with { Weight = Ones(a) });
            return Hold.Same(plain.Value, weighted.Value) ?? Hold.Same(plain.Gradient, weighted.Gradient);
        }),
        new("bce_with_logits: pos_weight = 1 changes no value", LawKind.Bounded, IsLogits, (b, s) =>
        {
            Arguments a = ElementLossLaws.Draw(b, s);
            return Hold.Near(b.Function((LossSpec)s, a).Value, b.Function((LossSpec)s, a with { PosWeight = Ones(a) }).Value);
        }),
        new("bce, bce_with_logits: weight = 2 counts an element twice", LawKind.Bounded, IsBinary, (b, s) =>
        {
            Arguments a = ElementLossLaws.Draw(b, s, 1);
            LossSpec sum = (LossSpec)s with { Reduction = Reduction.Sum };
            return Hold.Near(b.Function(sum, a with { Weight = [2] }).Total,
                b.Function(sum, Arguments.Of([.. a.Input, .. a.Input], [.. a.Target!, .. a.Target!])).Total);
        }),
        new("bce_with_logits(−x, 1 − y) = bce_with_logits(x, y)", LawKind.Bounded, IsLogits, (b, s) =>
        {
            double[] x = b.Numbers(b.Size, -20, 20), y = b.Coins(b.Size);
            return Hold.Near(b.Function(Each, Arguments.Of(x, y)).Value,
                b.Function(Each, Arguments.Of([.. x.Select(v => -v)], [.. y.Select(v => 1 - v)])).Value);
        }),
        new("bce_with_logits(x, 1) = softplus(−x)", LawKind.Bounded, IsLogits, (b, s) =>
        {
            double[] x = b.Numbers(b.Size, -15, 15);
            return Hold.Near(b.Function(Each, Arguments.Of(x, Ones(x))).Value,
                b.Function(new Softplus(), Arguments.Of([.. x.Select(v => -v)])).Value);
        }),
        new("bce_with_logits(x, y) = bce(sigmoid(x), y)", LawKind.Bounded, IsLogits, (b, s) =>
        {
            double[] x = b.Numbers(b.Size, -3, 3), y = b.Numbers(b.Size, 0, 1);
            Approx[] p = b.Function(new Sigmoid(), Arguments.Of(x)).Value;
            Approx[] inner = b.Function(new BinaryCrossEntropy(Reduction: Reduction.None), Arguments.Of([.. p.Select(v => v.Value)], y)).Value;
            // The largest derivative of the logarithms nearby bounds the amplification of the sigmoid's error.
            Approx[] widened = [.. inner.Zip(p, (v, q) => v with { Slack = v.Slack + q.Slack / (Math.Min(q.Value, 1 - q.Value) - q.Slack) })];
            return Hold.Near(b.Function(Each, Arguments.Of(x, y)).Value, widened);
        }),
        new("bce_with_logits: ∂L/∂x = sigmoid(x) − y", LawKind.Bounded, IsLogits, (b, s) =>
        {
            double[] x = b.Numbers(b.Size, -10, 10), y = b.Coins(b.Size);
            return Hold.Near([.. b.Function(new Sigmoid(), Arguments.Of(x)).Value.Zip(y, (p, t) => p - t)],
                b.Function(Each, Arguments.Of(x, y)).Gradient);
        }),
        new("bce_with_logits, x = ±10⁴: L and ∇L finite", LawKind.Exact, IsLogits, (b, s) =>
        {
            double[] x = [.. b.Coins(b.Size).Select(c => 20000 * c - 10000)];
            FunctionResult r = b.Function((LossSpec)s, Arguments.Of(x, b.Coins(b.Size)));
            return Hold.All([.. r.Value, .. r.Gradient], double.IsFinite, "finite");
        }),
        new("L in bits = L in nats / ln 2", LawKind.Bounded, s => s is BinaryCrossEntropy or BinaryCrossEntropyWithLogits or KullbackLeibler,
            (b, s) =>
        {
            Arguments a = ElementLossLaws.Draw(b, s);
            LossSpec In(LogBase unit) => s switch
            {
                BinaryCrossEntropy x => x with { Base = unit },
                BinaryCrossEntropyWithLogits x => x with { Base = unit },
                _ => (KullbackLeibler)s with { Base = unit },
            };
            return Hold.Near(b.Function(In(LogBase.Nats), a).Value, [.. b.Function(In(LogBase.Bits), a).Value.Select(v => v * Approx.Ln2)]);
        }),
        new("KL(p ‖ p) = 0", LawKind.Bounded, s => s is KullbackLeibler { LogTarget: true, Base: LogBase.Nats }, (b, s) =>
        {
            double[] x = b.Numbers(b.Size, -4, 0);
            return Hold.Near(0, b.Function((LossSpec)s, Arguments.Of(x, x)).Total);
        }),
    ];

    static double[] Ones(Arguments a) => Ones(a.Input);

    static double[] Ones(double[] like) => [.. like.Select(_ => 1.0)];
}

using System.Collections.Immutable;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Identities between elementwise losses.</summary>
static class PairLossLaws
{
    static LossSpec Each(OpSpec spec) => (LossSpec)spec with { Reduction = Reduction.None };

    static double[] Mapped(double[] numbers, Func<double, double> map) => [.. numbers.Select(map)];

    static double[] Filled(double[] like, double number) => Mapped(like, _ => number);

    static Approx[] Scaled(Approx[] numbers, double factor) => [.. numbers.Select(v => (Approx)(v.Value * factor))];

    static string? SameBoth(FunctionResult one, FunctionResult other) => Hold.Same(one.Value, other.Value) ?? Hold.Same(one.Gradient, other.Gradient);

    public static ImmutableArray<Law> All { get; } =
    [
        new("|r| − ln 2 ≤ log_cosh(r) ≤ min(|r|, ½r²)", LawKind.Bounded, s => s is LogCosh, (b, s) =>
        {
            Arguments a = ElementLossLaws.Draw(b, s);
            Approx[] value = b.Function(Each(s), a).Value, size = b.Function(new AbsoluteError(Reduction.None), a).Value;
            return Hold.AtMost(value, size) ?? Hold.AtMost(value, b.Function(new SquaredError(true, Reduction.None), a).Value)
                ?? Hold.AtMost(size, [.. value.Select(v => v + Approx.Ln2)]);
        }),
        new("quantile_loss(q = ½) = ½·l1_loss", LawKind.Exact, s => s is QuantileError, (b, s) =>
        {
            Arguments a = ElementLossLaws.Draw(b, s);
            FunctionResult l1 = b.Function(new AbsoluteError(((QuantileError)s).Reduction), a);
            return SameBoth(new(Scaled(l1.Value, 0.5), Scaled(l1.Gradient, 0.5)), b.Function((QuantileError)s with { Quantile = 0.5 }, a));
        }),
        new("quantile_loss(x, y; q) = quantile_loss(y, x; 1 − q)", LawKind.Exact, s => s is QuantileError, (b, s) =>
        {
            Arguments a = ElementLossLaws.Draw(b, s);
            double q = b.Index(9) / 8.0;
            return Hold.Same(b.Function((QuantileError)s with { Quantile = q }, a).Value,
                b.Function((QuantileError)s with { Quantile = 1 - q }, Arguments.Of(a.Target!, a.Input)).Value);
        }),
        new("mean_absolute_percentage_error: L(2ᵏx, 2ᵏy) = L(x, y)", LawKind.Exact, s => s is AbsolutePercentageError, (b, s) =>
        {
            double[] x = b.Numbers(b.Size), y = b.Numbers(b.Size, 1, 4);
            double k = b.PowerOfTwo();
            LossSpec spec = (AbsolutePercentageError)s with { Epsilon = 1e-7 };
            FunctionResult one = b.Function(spec, Arguments.Of(x, y)),
                other = b.Function(spec, Arguments.Of(Mapped(x, v => v * k), Mapped(y, v => v * k)));
            return SameBoth(one, new(other.Value, Scaled(other.Gradient, k)));
        }),
        new("squared_hinge = hinge²", LawKind.Exact, s => s is SquaredHinge, (b, s) =>
        {
            Arguments a = ElementLossLaws.Draw(b, s);
            return Hold.Same([.. b.Function(new Hinge(Reduction.None), a).Value.Select(h => (Approx)b.Round(h.Value * h.Value))],
                b.Function(Each(s), a).Value);
        }),
        new("perceptron_loss(x, y) = hinge(x + y, y)", LawKind.Exact, s => s is PerceptronLoss, (b, s) =>
        {
            double[] x = b.Eighths(b.Size), y = b.Signs(b.Size);
            return SameBoth(b.Function(new Hinge(((PerceptronLoss)s).Reduction), Arguments.Of([.. x.Zip(y, (v, t) => v + t)], y)),
                b.Function((LossSpec)s, Arguments.Of(x, y)));
        }),
        new("hinge_embedding_loss: L(x, 0) = L(x, 1) + L(x, −1)", LawKind.Exact, s => s is HingeEmbedding, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            double[] With(double mark) => [.. b.Function(Each(s), Arguments.Of(x, Filled(x, mark))).Value.Select(v => v.Value)];
            return Hold.Same([.. With(1).Zip(With(-1), (near, far) => (Approx)b.Round(near + far))], [.. With(0).Select(v => (Approx)v)]);
        }),
        new("hinge_embedding_loss: L(x, 1) = x", LawKind.Exact, s => s is HingeEmbedding, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Same([.. x.Select(v => (Approx)v)], b.Function(Each(s), Arguments.Of(x, Filled(x, 1))).Value);
        }),
        new("soft_margin_loss(x, y) = bce_with_logits(x, ½(1 + y))", LawKind.Bounded, s => s is SoftMargin, (b, s) =>
        {
            double[] x = b.Numbers(b.Size, -15, 15), y = b.Signs(b.Size);
            FunctionResult soft = b.Function(Each(s), Arguments.Of(x, y));
            FunctionResult entropy =
                b.Function(new BinaryCrossEntropyWithLogits(Reduction: Reduction.None), Arguments.Of(x, Mapped(y, t => (1 + t) / 2)));
            return Hold.Near(entropy.Value, soft.Value) ?? Hold.Near(entropy.Gradient, soft.Gradient);
        }),
        new("sigmoid_focal_loss(γ = 0, no α) = bce_with_logits", LawKind.Exact, s => s is SigmoidFocal, (b, s) =>
        {
            Arguments a = ElementLossLaws.Draw(b, s);
            var plain = (SigmoidFocal)s with { Alpha = SigmoidFocal.Unweighted, Gamma = 0, Reduction = Reduction.Sum };
            return SameBoth(b.Function(new BinaryCrossEntropyWithLogits(Reduction: Reduction.Sum), a), b.Function(plain, a));
        }),
        new("sigmoid_focal_loss(α = ½) = ½·sigmoid_focal_loss(no α)", LawKind.Exact, s => s is SigmoidFocal, (b, s) =>
        {
            var a = Arguments.Of(b.Numbers(b.Size), b.Coins(b.Size));
            FunctionResult plain = b.Function((SigmoidFocal)s with { Alpha = SigmoidFocal.Unweighted }, a);
            return SameBoth(new(Scaled(plain.Value, 0.5), Scaled(plain.Gradient, 0.5)), b.Function((SigmoidFocal)s with { Alpha = 0.5 }, a));
        }),
        new("sigmoid_focal_loss(γ + 1) ≤ sigmoid_focal_loss(γ)", LawKind.Bounded, s => s is SigmoidFocal, (b, s) =>
        {
            Arguments a = ElementLossLaws.Draw(b, s);
            var focal = (SigmoidFocal)s with { Reduction = Reduction.None };
            return Hold.AtMost(b.Function(focal with { Gamma = focal.Gamma + 1 }, a).Value, b.Function(focal, a).Value);
        }),
        new("sparsemax_loss(−x, 1 − y) = sparsemax_loss(x, y)", LawKind.Exact, s => s is BinarySparsemax, (b, s) =>
        {
            double[] x = b.Numbers(b.Size), y = b.Coins(b.Size);
            FunctionResult one = b.Function((LossSpec)s, Arguments.Of(x, y)),
                other = b.Function((LossSpec)s, Arguments.Of(Mapped(x, v => -v), Mapped(y, v => 1 - v)));
            return SameBoth(one, new(other.Value, Scaled(other.Gradient, -1)));
        }),
        new("sparsemax_loss(x, 0) − sparsemax_loss(x, 1) = x", LawKind.Bounded, s => s is BinarySparsemax, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            Approx[] Of(double outcome) => b.Function(Each(s), Arguments.Of(x, Filled(x, outcome))).Value;
            return Hold.Near([.. x.Select(v => (Approx)v)], [.. Of(0).Zip(Of(1), (zero, one) => zero - one)]);
        }),
        new("poisson_nll_loss of rates: ∂L/∂x = 0 at x = y", LawKind.Exact, s => s is PoissonNegativeLogLikelihood { LogInput: false }, (b, s) =>
        {
            double[] y = b.Numbers(b.Size, 0.5, 4);
            LossSpec rate = (PoissonNegativeLogLikelihood)s with { Epsilon = 0, Reduction = Reduction.Sum };
            return Hold.All(b.Function(rate, Arguments.Of(y, y)).Gradient, g => g == 0, "0");
        }),
        new("poisson_nll_loss: Stirling term depends on y alone, 0 for y ≤ 1", LawKind.Bounded,
            s => s is PoissonNegativeLogLikelihood { Full: true }, (b, s) =>
        {
            double[] y = b.Numbers(b.Size, 0, 4), one = b.Numbers(b.Size, 0.5, 4), other = b.Numbers(b.Size, 0.5, 4);
            var full = (PoissonNegativeLogLikelihood)s with { Reduction = Reduction.None };
            Approx[] Term(double[] x) =>
                [.. b.Function(full, Arguments.Of(x, y)).Value.Zip(b.Function(full with { Full = false }, Arguments.Of(x, y)).Value,
                (f, p) => f - p)];
            Approx[] term = Term(one);
            return Hold.Near(term, Term(other)) ?? Hold.Near([.. y.Select((t, i) => t <= 1 ? 0 : term[i])], term);
        }),
    ];
}

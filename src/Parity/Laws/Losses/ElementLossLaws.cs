using System.Collections.Immutable;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about elementwise losses.</summary>
static class ElementLossLaws
{
    static bool IsResidual(OpSpec spec) => spec is SquaredError or AbsoluteError or Huber or SmoothL1 { Beta: > 0 } or L2Norm or LogCosh;

    static bool IsSymmetric(OpSpec spec) => IsResidual(spec) || spec is SquaredLogarithmicError;

    static bool IsHinge(OpSpec spec) => spec is Hinge or SquaredHinge or PerceptronLoss or SoftMargin;

    static bool IsElement(OpSpec spec) => spec is ElementLoss { Reduction: Reduction.Mean };

    static LossSpec As(OpSpec spec, Reduction reduction) => (LossSpec)spec with { Reduction = reduction };

    /// <summary>Arguments in the domain of the loss.</summary>
    public static Arguments Draw(LawContext bench, OpSpec spec, int? count = null)
    {
        int n = count ?? bench.Size;
        double[] Numbers(string name) => ((FunctionSpec)spec).Operands.First(o => o.Name == name).Domain switch
        {
            // At a prediction of 0 or 1 the derivative is unbounded.
            Domain.UnitInterval => name == "input" ? bench.Numbers(n, 0.01, 0.99) : bench.Numbers(n, 0, 1),
            Domain.LogProbability => bench.Numbers(n, -4, 0),
            Domain.NotNegative => bench.Numbers(n, 0, 4),
            Domain.Sign => bench.Signs(n),
            _ => bench.Numbers(n),
        };
        return Arguments.Of(Numbers("input"), Numbers("target"));
    }

    public static ImmutableArray<Law> All { get; } =
    [
        new("residual losses: L(x, y) = L(y, x)", LawKind.Exact, IsSymmetric, (b, s) =>
        {
            Arguments a = Draw(b, s);
            return Hold.Same(b.Function((LossSpec)s, a).Value, b.Function((LossSpec)s, Arguments.Of(a.Target!, a.Input)).Value);
        }),
        new("residual losses: L(x, x) = 0 and ∇L(x, x) = 0", LawKind.Exact, IsSymmetric, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            FunctionResult r = b.Function((LossSpec)s, Arguments.Of(x, x));
            return Hold.All([.. r.Value, .. r.Gradient], v => v == 0, "0");
        }),
        new("residual losses: L(x + c, y + c) = L(x, y)", LawKind.Exact, IsResidual, (b, s) =>
        {
            double[] x = b.Eighths(b.Size), y = b.Eighths(b.Size);
            double c = b.Index(64) - 32;
            return Hold.Same(b.Function((LossSpec)s, Arguments.Of(x, y)).Value,
                b.Function((LossSpec)s, Arguments.Of([.. x.Select(v => v + c)], [.. y.Select(v => v + c)])).Value);
        }),
        new("L(2ᵏx, 2ᵏy) = 2ᵏ·L for l1 and l2, 4ᵏ·L for mse", LawKind.Exact, s => s is SquaredError or AbsoluteError or L2Norm, (b, s) =>
        {
            Arguments a = Draw(b, s);
            double k = b.PowerOfTwo(), scale = s is SquaredError ? k * k : k;
            FunctionResult one = b.Function((LossSpec)s, a), other = b.Function((LossSpec)s, Scaled(a, k));
            return Hold.Same([.. one.Value.Select(v => (Approx)(v.Value * scale))], other.Value)
                ?? Hold.Same([.. one.Gradient.Select(v => (Approx)(v.Value * scale / k))], other.Gradient);
        }),
        new("huber(2ᵏx, 2ᵏy; 2ᵏδ) = 4ᵏ·huber(x, y; δ)", LawKind.Exact, s => s is Huber, (b, s) =>
        {
            var huber = (Huber)s;
            Arguments a = Draw(b, s);
            double k = b.PowerOfTwo();
            return Hold.Same([.. b.Function(huber, a).Value.Select(v => (Approx)(v.Value * k * k))],
                b.Function(huber with { Delta = huber.Delta * k }, Scaled(a, k)).Value);
        }),
        new("huber(δ) = δ·smooth_l1(β = δ)", LawKind.Exact, s => s is Huber, (b, s) =>
        {
            double delta = b.PowerOfTwo();
            Arguments a = Draw(b, s);
            return Hold.Same(b.Function((Huber)s with { Delta = delta }, a).Value,
                [.. b.Function(new SmoothL1(delta, ((Huber)s).Reduction), a).Value.Select(v => (Approx)(v.Value * delta))]);
        }),
        new("huber(δ → ∞) = ½·mse", LawKind.Exact, s => s is Huber, (b, s) =>
        {
            Arguments a = Draw(b, s);
            FunctionResult huber = b.Function((Huber)s with { Delta = 1e30 }, a),
                square = b.Function(new SquaredError(false, ((Huber)s).Reduction), a);
            return Hold.Same([.. huber.Value.Select(v => (Approx)(2 * v.Value))], square.Value);
        }),
        new("element losses: L(x, y) ≥ 0", LawKind.Exact,
            s => IsSymmetric(s) || IsHinge(s)
                || s is SmoothL1 or BinaryCrossEntropy or QuantileError or AbsolutePercentageError or SigmoidFocal or BinarySparsemax,
            (b, s) => Hold.All(b.Function((LossSpec)s, Draw(b, s)).Value, v => v >= 0, "at least 0")),
        new("reduction=mean = sum/N", LawKind.Bounded, IsElement, (b, s) =>
        {
            Arguments a = Draw(b, s);
            Approx sum = b.Function(As(s, Reduction.Sum), a).Total, mean = b.Function(As(s, Reduction.Mean), a).Total;
            return Hold.Near(sum, mean * a.Input.Length);
        }),
        new("reduction=sum = Σ reduction=none", LawKind.Bounded, IsElement, (b, s) =>
        {
            Arguments a = Draw(b, s);
            return Hold.Near(Approx.Sum(b.Function(As(s, Reduction.None), a).Value), b.Function(As(s, Reduction.Sum), a).Total);
        }),
        new("∇(reduction=mean) = ∇(reduction=sum)/N", LawKind.Bounded, IsElement, (b, s) =>
        {
            Arguments a = Draw(b, s);
            return Hold.Near(b.Function(As(s, Reduction.Sum), a).Gradient,
                [.. b.Function(As(s, Reduction.Mean), a).Gradient.Select(g => g * a.Input.Length)]);
        }),
        new("reduction=sum of a batch = sum of those of its two halves", LawKind.Bounded, IsElement, (b, s) =>
        {
            Arguments a = Draw(b, s, b.Size + 1);
            int cut = a.Input.Length / 2;
            LossSpec sum = As(s, Reduction.Sum);
            return Hold.Near(b.Function(sum, a).Total, b.Function(sum, Part(a, ..cut)).Total + b.Function(sum, Part(a, cut..)).Total);
        }),
        new("reduction=mean of a batch repeated = mean of the batch", LawKind.Bounded, IsElement, (b, s) =>
        {
            Arguments a = Draw(b, s);
            return Hold.Near(b.Function((LossSpec)s, a).Total,
                b.Function((LossSpec)s, Arguments.Of([.. a.Input, .. a.Input], [.. a.Target!, .. a.Target!])).Total);
        }),
        new("element losses: L(Px, Py) = P·L(x, y) for permutations P", LawKind.Exact,
            s => IsHinge(s) || s is SquaredError or AbsoluteError or Huber or SmoothL1 or HingeEmbedding, (b, s) =>
        {
            Arguments a = Draw(b, s);
            int[] order = b.Permutation(a.Input.Length);
            LossSpec none = As(s, Reduction.None);
            FunctionResult whole = b.Function(none, a), moved = b.Function(none, Arguments.Of(Moved(a.Input, order), Moved(a.Target!, order)));
            return Hold.Same(Moved(whole.Value, order), moved.Value) ?? Hold.Same(Moved(whole.Gradient, order), moved.Gradient);
        }),
        new("|∂L/∂x| ≤ Lipschitz constant", LawKind.Exact,
            s => s is AbsoluteError or Huber or SmoothL1 or LogCosh or QuantileError or Hinge or PerceptronLoss or SoftMargin or HingeEmbedding
            or BinarySparsemax, (b, s) =>
        {
            double constant = s is Huber h ? b.Round(h.Delta) : s is QuantileError q ? b.Round(Math.Max(q.Quantile, 1 - q.Quantile)) : 1;
            return Hold.All(b.Function(As(s, Reduction.Sum), Draw(b, s)).Gradient, g => Math.Abs(g) <= constant, $"at most {constant} in size");
        }),
        new("convex losses: L((x + z)/2) ≤ (L(x) + L(z))/2", LawKind.Bounded,
            s => IsHinge(s)
                || s is SquaredError or AbsoluteError or Huber or SmoothL1 or LogCosh or QuantileError or BinaryCrossEntropyWithLogits
                or BinarySparsemax
                or PoissonNegativeLogLikelihood { LogInput: true }, (b, s) =>
        {
            Arguments a = Draw(b, s);
            double[] other = b.Numbers(a.Input.Length), middle = [.. a.Input.Zip(other, (x, z) => b.Round(x / 2 + z / 2))];
            // The midpoint may not be representable, so the other end is moved to make the rounded one exact.
            other = [.. middle.Zip(a.Input, (m, x) => 2 * m - x)];
            if (other.Any(v => v != b.Round(v)))
                return null;
            LossSpec none = As(s, Reduction.None);
            Approx[] left = b.Function(none, a).Value, right = b.Function(none, a with { Input = other }).Value;
            return Hold.AtMost(b.Function(none, a with { Input = middle }).Value, [.. left.Zip(right, (l, r) => (l + r) * 0.5)]);
        }),
        new("½·mse: ∂L/∂x = x − y", LawKind.Exact, s => s is SquaredError { Half: true }, (b, s) =>
        {
            Arguments a = Draw(b, s);
            return Hold.Same([.. a.Input.Zip(a.Target!, (x, y) => (Approx)b.Round(x - y))], b.Function(As(s, Reduction.Sum), a).Gradient);
        }),
        new("kl_div: ∂L/∂x = −y", LawKind.Exact, s => s is KullbackLeibler { LogTarget: false, Base: LogBase.Nats }, (b, s) =>
        {
            Arguments a = Draw(b, s);
            return Hold.Same([.. a.Target!.Select(y => (Approx)(-y))], b.Function(As(s, Reduction.Sum), a).Gradient);
        }),
        new("hinge: x·y ≥ 1 ⇒ L = 0 and ∇L = 0", LawKind.Exact, s => s is Hinge, (b, s) =>
        {
            Arguments a = Draw(b, s);
            double[] beyond = [.. a.Target!.Select(y => y * (1 + b.Index(3)))];
            FunctionResult r = b.Function(As(s, Reduction.None), a with { Input = beyond });
            return Hold.All([.. r.Value, .. r.Gradient], v => v == 0, "0");
        }),
    ];

    static Arguments Scaled(Arguments a, double k) => Arguments.Of([.. a.Input.Select(v => v * k)], [.. a.Target!.Select(v => v * k)]);

    static Arguments Part(Arguments a, Range part) => Arguments.Of(a.Input[part], a.Target![part]);

    public static N[] Moved<N>(N[] numbers, int[] order) => [.. order.Select(i => numbers[i])];
}

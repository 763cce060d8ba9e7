using System.Collections.Immutable;
using ParityNet.Losses;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about losses as functions of the residual.</summary>
static class ResidualLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("L(y + r, y) ≤ L(y + 2r, y) ≤ L(y + 5r, y)", LawKind.Bounded,
            s => s is SquaredError or AbsoluteError or Huber or SmoothL1 or L2Norm or LogCosh or QuantileError, (b, s) =>
        {
            // Small integer multiples of one residual, so that each sum is exact.
            double[] y = b.Eighths(b.Size), way = [.. b.Eighths(b.Size).Select(v => v == 0 ? 1 : v)];
            FunctionResult At(int distance) => b.Function(Each(s), Arguments.Of([.. y.Zip(way, (t, w) => t + distance * w)], y));
            return Hold.AtMost(At(1).Value, At(2).Value) ?? Hold.AtMost(At(2).Value, At(5).Value);
        }),
        new("mse: ∂L(r + s) = ∂L(r) + ∂L(s) for residuals r, s", LawKind.Exact, s => s is SquaredError, (b, s) =>
        {
            LossSpec sum = (LossSpec)s with { Reduction = Reduction.Sum };
            double[] one = b.Eighths(b.Size), other = b.Eighths(b.Size), zero = new double[b.Size];
            Approx[] At(double[] x) => b.Function(sum, Arguments.Of(x, zero)).Gradient;
            return Hold.Same([.. At(one).Zip(At(other), (g, h) => (Approx)(g.Value + h.Value))], At([.. one.Zip(other, (x, z) => x + z)]));
        }),
        new("huber(δ→0)/δ → |r|", LawKind.Bounded, s => s is Huber, (b, s) =>
        {
            double delta = Math.ScaleB(1, -10);
            Arguments a = ElementLossLaws.Draw(b, s);
            Approx[] size = b.Function(new AbsoluteError(Reduction.None), a).Value;
            Approx[] huber = b.Function(new Huber(delta, Reduction.None), a).Value;
            return Hold.AtMost(huber, [.. size.Select(v => v * delta)]) ?? Hold.AtMost([.. size.Select(v => (v - delta / 2) * delta)], huber);
        }),
        new("huber: L and ∂L are continuous at |r| = δ", LawKind.Bounded, s => s is Huber, (b, s) =>
        {
            double delta = b.PowerOfTwo(), step = delta / 1024, sign = b.Signs(1)[0];
            var huber = new Huber(delta, Reduction.None);
            FunctionResult at = b.Function(huber, Arguments.Of([sign * delta], [0]));
            FunctionResult around = b.Function(huber, Arguments.Of([sign * (delta - step), sign * (delta + step)], [0, 0]));
            // At δ − h the value is smaller by δh − h²/2 and the derivative by h; at δ + h the value is larger by δh and the derivative
            // equal.
            return Hold.Near([at.Total - (delta * step - step * step / 2), at.Total + delta * step], around.Value)
                ?? Hold.Near([sign * (delta - step), sign * delta], around.Gradient) ?? Hold.Near(sign * delta, at.Gradient[0]);
        }),
    ];

    static LossSpec Each(OpSpec s) => s is L2Norm ? (LossSpec)s : (LossSpec)s with { Reduction = Reduction.None };
}

using System.Collections.Immutable;
using ParityNet.Activations;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about symmetry, bounds and derivatives at kinks of activations.</summary>
static class ActivationShapes
{
    static bool IsOdd(OpSpec s) => s is ActivationSpec { IsOdd: true };

    public static ImmutableArray<Law> All { get; } =
    [
        new("odd f: f(−x) = −f(x)", LawKind.Exact, IsOdd, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Same([.. At(b, s, x).Value.Select(v => (Approx)(-v.Value))], At(b, s, Negated(x)).Value);
        }),
        new("odd f: f′(−x) = f′(x)", LawKind.Exact, IsOdd, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Same(At(b, s, x).Gradient, At(b, s, Negated(x)).Gradient);
        }),
        new("silu(x) − silu(−x) = x", LawKind.Bounded, s => s is Silu, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Hold.Near([.. x.Select(v => (Approx)v)], [.. At(b, s, x).Value.Zip(At(b, s, Negated(x)).Value, (p, n) => p - n)]);
        }),
        new("bounded f: inf f ≤ f(x) ≤ sup f", LawKind.Exact,
            s => s is ActivationSpec { Smallest: > double.NegativeInfinity } or ActivationSpec { Largest: < double.PositiveInfinity }, (b, s) =>
        {
            var bounded = (ActivationSpec)s;
            double low = b.Round(bounded.Smallest), high = b.Round(bounded.Largest);
            return Hold.All(At(b, s, b.Numbers(b.Size, -100, 100)).Value, v => v >= low && v <= high,
                FormattableString.Invariant($"from {low} to {high}"));
        }),
        new("logsigmoid(x) ≤ 0 and finite", LawKind.Exact, s => s is LogSigmoid, (b, s) =>
            Hold.All(At(b, s, b.Numbers(b.Size, -1000, 1000)).Value, v => v <= 0 && double.IsFinite(v), "finite and at most 0")),
        new("elu′(0) = α", LawKind.Exact, s => s is Elu, (b, s) =>
            Hold.Same([.. Enumerable.Repeat((Approx)b.Round(((Elu)s).Alpha), b.Size)], At(b, s, new double[b.Size]).Gradient)),
        new("hardswish′(−3) = 0, hardswish′(3) = 1", LawKind.Exact, s => s is Hardswish, (b, s) =>
            Hold.All(At(b, s, [.. Enumerable.Repeat(-3.0, b.Size)]).Gradient, g => g == 0, "0")
            ?? Hold.All(At(b, s, [.. Enumerable.Repeat(3.0, b.Size)]).Gradient, g => g == 1, "1")),
        new("f′(c) = 0 at each cut c of a piecewise f", LawKind.Exact, s => s is ActivationSpec { Cuts.IsEmpty: false }, (b, s) =>
        {
            ImmutableArray<double> cuts = ((ActivationSpec)s).Cuts;
            return Hold.All(At(b, s, [.. Enumerable.Range(0, b.Size).Select(i => b.Round(cuts[i % cuts.Length]))]).Gradient, g => g == 0, "0");
        }),
    ];

    static FunctionResult At(LawContext b, OpSpec s, double[] x) => b.Function((ActivationSpec)s, Arguments.Of(x));

    static double[] Negated(double[] x) => [.. x.Select(v => -v)];
}

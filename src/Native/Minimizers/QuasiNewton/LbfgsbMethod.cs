using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>L-BFGS-B, with the projection of the subspace minimum of J. L. Morales and J. Nocedal, 2011.</summary>
sealed class LbfgsbMethod(Lbfgsb spec) : DescentMethod(spec, spec.LineSearch ?? new MoreThuente(1e-3))
{
    const string Y = "y", S = "s", Theta = "theta";

    const double Epsilon = 1.0 / (1L << 52);

    protected override MinimizerState<double> Start(Oracle oracle, MinimizerState<double> state) =>
        WithMultipliers(oracle, state.With(Y, (Matrix?)null).With(S, (Matrix?)null).With(Theta, 1));

    protected override double NormOf(Oracle oracle, double[] x, double[] gradient)
    {
        double[] moved = Vectors.Minus(x, gradient);
        if (oracle.Lower is { } lower && oracle.Upper is { } upper)
            for (int i = 0; i < moved.Length; i++)
                moved[i] = Math.Clamp(moved[i], lower[i], upper[i]);
        else
            return Vectors.MaxAbs(gradient);
        return Vectors.MaxAbs(Vectors.Minus(moved, x));
    }

    protected override Direction DirectionAt(Oracle oracle, MinimizerState<double> state)
    {
        var b = new CompactHessian(state.Matrix(Y), state.Matrix(S), state.Number(Theta));
        return b.IsRegular && DirectionOf(oracle, state, b) is { } direction ? direction : Fallback(oracle, state)!;
    }

    protected override Direction? Fallback(Oracle oracle, MinimizerState<double> state) =>
        DirectionOf(oracle, state, new(null, null, 1)) is { } direction ? direction with { IsGradient = true } : null;

    protected override MinimizerState<double> Remember(
        Oracle oracle, MinimizerState<double> before, MinimizerState<double> after, Direction direction, LinePoint point)
    {
        if (direction.IsGradient)
            after = after.With(Y, (Matrix?)null).With(S, (Matrix?)null).With(Theta, 1);
        after = WithMultipliers(oracle, after);
        double[] s = Vectors.Minus(after.Point.AsSpan(), before.Point.AsSpan());
        double[] y = Vectors.Minus(after.Gradient.AsSpan(), before.Gradient.AsSpan());
        double curvature = Vectors.Dot(s, y), square = Vectors.Dot(y, y);
        return curvature > Epsilon * square && double.IsFinite(square / curvature)
            ? after.With(Y, after.Matrix(Y).Pushed(y, spec.HistorySize)).With(S, after.Matrix(S).Pushed(s, spec.HistorySize))
                .With(Theta, square / curvature)
            : after;
    }

    static Direction? DirectionOf(Oracle oracle, MinimizerState<double> state, CompactHessian b)
    {
        double[] x = [.. state.Point], gradient = [.. state.Gradient];
        double[] lower = oracle.Lower ?? Filled(x.Length, double.NegativeInfinity);
        double[] upper = oracle.Upper ?? Filled(x.Length, double.PositiveInfinity);
        CauchyPoint cauchy = CauchyPoint.Of(b, x, gradient, lower, upper);
        double[] d = Vectors.Minus(Improved(b, cauchy, x, gradient, lower, upper), x);
        if (!(Vectors.Dot(d, gradient) < 0))
            return null;
        double longest = state.Iteration == 0 && oracle.Lower is not null ? 1 : double.PositiveInfinity;
        for (int i = 0; i < x.Length; i++)
            if (d[i] != 0 && double.IsFinite(d[i] > 0 ? upper[i] : lower[i]))
                longest = Math.Min(longest, Math.Max(1, ((d[i] > 0 ? upper[i] : lower[i]) - x[i]) / d[i]));
        return new(d, b.Rank == 0 && oracle.Lower is null ? Math.Min(1, 1 / Vectors.Norm(d)) : 1, false, longest);
    }

    // From the Cauchy point on, the model is minimized over the variables that are not at a bound.
    static double[] Improved(CompactHessian b, CauchyPoint cauchy, double[] x, double[] gradient, double[] lower, double[] upper)
    {
        int n = x.Length;
        bool[] isFree = [.. Enumerable.Range(0, n).Select(i => cauchy.X[i] > lower[i] && cauchy.X[i] < upper[i])];
        double[] r = [.. gradient];
        Vectors.Add(r, b.Theta, Vectors.Minus(cauchy.X, x));
        Vectors.Add(r, -1, b.Times(b.Middle(cauchy.C), n));
        if (!isFree.Contains(true) || b.Minimum(r, isFree) is not { } d || !Vectors.AreFinite(d))
            return cauchy.X;
        var projected = new double[n];
        double fraction = 1;
        for (int i = 0; i < n; i++)
        {
            projected[i] = Math.Clamp(cauchy.X[i] + d[i], lower[i], upper[i]);
            if (d[i] != 0 && ((d[i] > 0 ? upper[i] : lower[i]) - cauchy.X[i]) / d[i] is var reach && reach < fraction)
                fraction = reach;
        }
        if (Vectors.Dot(Vectors.Minus(projected, x), gradient) < 0)
            return projected;
        double[] truncated = [.. cauchy.X];
        Vectors.Add(truncated, fraction, d);
        return truncated;
    }

    static MinimizerState<double> WithMultipliers(Oracle oracle, MinimizerState<double> state)
    {
        if (oracle.Lower is not { } lower || oracle.Upper is not { } upper)
            return state;
        var atLower = new double[lower.Length];
        var atUpper = new double[upper.Length];
        for (int i = 0; i < lower.Length; i++)
        {
            if (state.Point[i] == lower[i])
                atLower[i] = Math.Max(0, state.Gradient[i]);
            if (state.Point[i] == upper[i])
                atUpper[i] = Math.Max(0, -state.Gradient[i]);
        }
        return state with { Multipliers = new([], [], [.. atLower], [.. atUpper]) };
    }

    static double[] Filled(int length, double number)
    {
        var filled = new double[length];
        Array.Fill(filled, number);
        return filled;
    }
}

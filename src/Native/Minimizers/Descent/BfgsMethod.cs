using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary><c>d = −Hg</c>, with H built from the steps.</summary>
sealed class BfgsMethod(Bfgs spec) : DescentMethod(spec, spec.LineSearch ?? new MoreThuente())
{
    const string InverseHessian = "inverse_hessian";

    protected override MinimizerState<double> Start(Oracle oracle, MinimizerState<double> state) => state.With(InverseHessian, (Matrix?)null);

    protected override Direction DirectionAt(Oracle oracle, MinimizerState<double> state)
    {
        if (state.Matrix(InverseHessian) is not { } h)
            return Steepest(state);
        double[] d = Vectors.Negated(h.Times(state.Gradient.AsSpan()));
        return Vectors.Dot(d, state.Gradient.AsSpan()) < 0 ? new(d) : Steepest(state);
    }

    protected override Direction? Fallback(Oracle oracle, MinimizerState<double> state) =>
        state.Matrix(InverseHessian) is null ? null : Steepest(state);

    static Direction Steepest(MinimizerState<double> state) =>
        new(Vectors.Negated(state.Gradient.AsSpan()), Math.Min(1, 1 / Vectors.Norm(state.Gradient.AsSpan())), true);

    protected override MinimizerState<double> Remember(
        Oracle oracle, MinimizerState<double> before, MinimizerState<double> after, Direction direction, LinePoint point)
    {
        double[] s = Vectors.Minus(after.Point.AsSpan(), before.Point.AsSpan()), y = Vectors.Minus(after.Gradient.AsSpan(), before.Gradient.AsSpan());
        double curvature = Vectors.Dot(s, y);
        Matrix? h = direction.IsGradient ? null : before.Matrix(InverseHessian);
        if (!(curvature > 0) || double.IsInfinity(1 / curvature))
            return after.With(InverseHessian, h);
        h ??= Identity(s.Length, curvature / Vectors.Dot(y, y));
        return after.With(InverseHessian, Updated(h, s, y, curvature));
    }

    static Matrix Identity(int n, double scale)
    {
        var identity = new Matrix(n, n);
        for (int i = 0; i < n; i++)
            identity[i, i] = scale;
        return identity;
    }

    // H + (1 + y·Hy/s·y) ssᵀ/s·y − (Hy sᵀ + s (Hy)ᵀ)/s·y.
    static Matrix Updated(Matrix h, double[] s, double[] y, double curvature)
    {
        double[] hy = h.Times(y);
        double factor = (1 + Vectors.Dot(y, hy) / curvature) / curvature;
        Matrix updated = h.Copy();
        for (int i = 0; i < s.Length; i++)
            for (int j = 0; j <= i; j++)
                updated[i, j] = updated[j, i] = h[i, j] + factor * (s[i] * s[j]) - (hy[i] * s[j] + s[i] * hy[j]) / curvature;
        return updated;
    }
}

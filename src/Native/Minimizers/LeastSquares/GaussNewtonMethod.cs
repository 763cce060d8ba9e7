using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>The direction minimizes <c>‖r + Jd‖</c>.</summary>
sealed class GaussNewtonMethod(GaussNewton spec) : DescentMethod(spec, spec.LineSearch ?? new Backtracking())
{
    const string Residuals = "residuals", Jacobian = "jacobian";

    protected override MinimizerState<double> Start(Oracle oracle, MinimizerState<double> state) => With(oracle, state);

    protected override Direction DirectionAt(Oracle oracle, MinimizerState<double> state)
    {
        var qr = new PivotedQr(Squares.Tall(state.Matrix(Jacobian)!));
        double[] d = Vectors.Negated(qr.Solve(Squares.Tall(state.Flat(Residuals), state.Point.Length)));
        return Vectors.Dot(d, state.Gradient.AsSpan()) < 0 ? new(d) : Fallback(oracle, state)!;
    }

    protected override Direction? Fallback(Oracle oracle, MinimizerState<double> state) =>
        new(Vectors.Negated(state.Gradient.AsSpan()), Math.Min(1, 1 / state.GradientNorm), true);

    protected override MinimizerState<double> Remember(
        Oracle oracle, MinimizerState<double> before, MinimizerState<double> after, Direction direction, LinePoint point) => With(oracle, after);

    static MinimizerState<double> With(Oracle oracle, MinimizerState<double> state) => oracle.LastSquares is { } last
        ? state.With(Residuals, last.Residuals).With(Jacobian, last.Jacobian)
        : state;
}

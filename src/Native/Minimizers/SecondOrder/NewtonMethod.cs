using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary><c>(∇²f + E)d = −∇f</c>.</summary>
sealed class NewtonMethod(Newton spec) : DescentMethod(spec, spec.LineSearch ?? new Backtracking())
{
    protected override Direction DirectionAt(Oracle oracle, MinimizerState<double> state)
    {
        Matrix hessian = oracle.Hessian(state.Point.AsSpan());
        if (!Vectors.AreFinite(hessian.Elements))
            return Steepest(state);
        return state.GradientNorm <= spec.GradientTolerance && Cholesky.NegativeCurvature(hessian) is { } downhill
            ? new(Vectors.Dot(downhill, state.Gradient.AsSpan()) > 0 ? Vectors.Negated(downhill) : downhill)
            : new(Vectors.Negated((Cholesky.Of(hessian) ?? Cholesky.Modified(hessian)).Solve(state.Gradient.AsSpan())));
    }

    protected override Direction? Fallback(Oracle oracle, MinimizerState<double> state) =>
        state.GradientNorm <= spec.GradientTolerance ? null : Steepest(state);

    // A vanishing gradient says nothing of the second order.
    protected override MinimizerState<double> IfFlat(Oracle oracle, MinimizerState<double> state)
    {
        MinimizerState<double> flat = base.IfFlat(oracle, state);
        if (flat.Stopped is null)
            return flat;
        Matrix hessian = oracle.Hessian(state.Point.AsSpan());
        return Cholesky.NegativeCurvature(hessian) is not null ? state : flat with
        {
            Explanation = flat.Explanation + (Cholesky.Of(hessian) is null
                ? " The Hessian is singular there." : " The Hessian is positive definite there: it is a minimum."),
        };
    }

    static Direction Steepest(MinimizerState<double> state) =>
        new(Vectors.Negated(state.Gradient.AsSpan()), Math.Min(1, 1 / state.GradientNorm), true);
}

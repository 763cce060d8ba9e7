using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary><c>d = −∇f</c>.</summary>
sealed class GradientDescentMethod(GradientDescent spec) : DescentMethod(spec, spec.LineSearch ?? new Backtracking())
{
    protected override Direction DirectionAt(Oracle oracle, MinimizerState<double> state) => new(
        Vectors.Negated(state.Gradient.AsSpan()),
        double.IsNaN(state.StepLength) ? Math.Min(1, 1 / state.GradientNorm) : 2 * state.StepLength, true);
}

using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>A primal–dual interior point method for inequalities, equalities and bounds.</summary>
/// <remarks>
/// Inequalities get slacks, <c>g(x) + s = 0</c> with <c>s &gt; 0</c>, and Newton's method solves the first-order conditions with complementarity
/// relaxed to <c>sᵢzᵢ = μ</c>, while μ goes to 0. The symmetric system is factorized as LDLᵀ, and a multiple of the identity is added to the Hessian
/// until its inertia is that of a minimum. Steps stay inside by the fraction <c>max(0.99, 1 − μ)</c> to the boundary, and are taken where
/// a filter accepts them: less violation or a smaller barrier function. It stops where the scaled residual of the first-order (KKT)
/// conditions is at most <c>tolerance</c>. A. Wächter and L. T. Biegler, 2006.
/// </remarks>
/// <param name="Tolerance">The scaled residual of the first-order conditions at which it stops; greater than 0.</param>
/// <param name="Barrier">The first μ; greater than 0.</param>
/// <param name="MaxIterations">The maximum number of steps; at least 0.</param>
/// <param name="MaxEvaluations">The number of evaluations of the value after which it stops; at least 1, null for no limit.</param>
public sealed record InteriorPoint(double Tolerance = 1e-8, double Barrier = 0.1, int MaxIterations = 1000, int? MaxEvaluations = null)
    : MinimizerSpec(MaxIterations, MaxEvaluations), IShowsExamples<MinimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "interior_point";

    /// <summary>The scaled residual of the first-order conditions at which it stops; greater than 0.</summary>
    [Option("tol")]
    public double Tolerance { get; init => field = Require.Positive(value); } = Require.Positive(Tolerance);

    /// <summary>The first μ; greater than 0.</summary>
    [Option("mu")]
    public double Barrier { get; init => field = Require.Positive(value); } = Require.Positive(Barrier);

    /// <inheritdoc/>
    public override MinimizerNeeds Needs =>
        MinimizerNeeds.Gradient | MinimizerNeeds.Hessian | MinimizerNeeds.Bounds | MinimizerNeeds.Constraints;

    /// <inheritdoc/>
    public static ImmutableArray<MinimizerSpec> Examples => [new InteriorPoint(), new InteriorPoint(1e-6, 1, 100, 500)];
}

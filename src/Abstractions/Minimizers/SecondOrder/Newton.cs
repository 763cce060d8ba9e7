using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Newton's method with a modified Cholesky factorization, so that each direction descends, and a line search.</summary>
/// <remarks>
/// <c>(∇²f + E)d = −∇f</c>, where the diagonal <c>E ≥ 0</c> is 0 wherever the Hessian is safely positive definite; then it converges quadratically.
/// It keeps and factorizes a matrix of n² numbers. Where the gradient vanishes and the Hessian is indefinite, it leaves the saddle point along a
/// direction of negative curvature. P. E. Gill, W. Murray and M. H. Wright, <i>Practical Optimization</i>, 1981.
/// </remarks>
/// <param name="LineSearch">The line search; null for <see cref="Backtracking"/>.</param>
/// <param name="GradientTolerance">It stops where <c>max |∇f|</c> is at most this; at least 0.</param>
/// <param name="StepTolerance">It stops where <c>max |s|</c> is at most this times the larger of 1 and <c>max |x|</c>; at least 0.</param>
/// <param name="ValueTolerance">
/// It stops where <c>|f₊ − f|</c> is at most this times the largest of 1, <c>|f|</c> and <c>|f₊|</c>; at least 0, 0 for never.
/// </param>
/// <param name="MaxIterations">The maximum number of steps; at least 0.</param>
/// <param name="MaxEvaluations">The number of evaluations of the value after which it stops; at least 1, null for no limit.</param>
public sealed record Newton(
    LineSearchSpec? LineSearch = null, double GradientTolerance = 1e-8, double StepTolerance = 0, double ValueTolerance = 0,
    int MaxIterations = 500, int? MaxEvaluations = null)
    : DescentSpec(GradientTolerance, StepTolerance, ValueTolerance, MaxIterations, MaxEvaluations), IShowsExamples<MinimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "newton";

    /// <summary>The line search; null for <see cref="Backtracking"/>.</summary>
    public LineSearchSpec? LineSearch { get; init; } = LineSearch;

    /// <inheritdoc/>
    public override MinimizerNeeds Needs => MinimizerNeeds.Gradient | MinimizerNeeds.Hessian;

    /// <inheritdoc/>
    public static ImmutableArray<MinimizerSpec> Examples =>
        [new Newton(), new Newton(new FixedStep()), new Newton(new MoreThuente(), 1e-6, 1e-9, 1e-12, 50, 200)];
}

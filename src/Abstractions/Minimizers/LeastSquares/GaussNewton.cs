using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Gauss–Newton: minimizes a sum of squares by linear least squares on linearized residuals.</summary>
/// <remarks>
/// The step s minimizes <c>‖r + Js‖</c>, by a QR factorization of J with column pivoting (directions in which J is singular get no step), and a line
/// search along s. Near a solution with residuals of 0 it is Newton's method. It needs <see cref="Objective{T}.Residuals"/>. C. F. Gauss, 1809.
/// </remarks>
/// <param name="LineSearch">The line search; null for <see cref="Backtracking"/>.</param>
/// <param name="GradientTolerance">It stops where <c>max |∇f|</c> is at most this; at least 0.</param>
/// <param name="StepTolerance">It stops where <c>max |s|</c> is at most this times the larger of 1 and <c>max |x|</c>; at least 0.</param>
/// <param name="ValueTolerance">
/// It stops where <c>|f₊ − f|</c> is at most this times the largest of 1, <c>|f|</c> and <c>|f₊|</c>; at least 0, 0 for never.
/// </param>
/// <param name="MaxIterations">The maximum number of steps; at least 0.</param>
/// <param name="MaxEvaluations">The number of evaluations of the value after which it stops; at least 1, null for no limit.</param>
public sealed record GaussNewton(
    LineSearchSpec? LineSearch = null, double GradientTolerance = 1e-8, double StepTolerance = 0, double ValueTolerance = 0,
    int MaxIterations = 500, int? MaxEvaluations = null)
    : DescentSpec(GradientTolerance, StepTolerance, ValueTolerance, MaxIterations, MaxEvaluations), IShowsExamples<MinimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "gauss_newton";

    /// <summary>The line search; null for <see cref="Backtracking"/>.</summary>
    public LineSearchSpec? LineSearch { get; init; } = LineSearch;

    /// <inheritdoc/>
    public override MinimizerNeeds Needs => MinimizerNeeds.Gradient | MinimizerNeeds.Residuals;

    /// <inheritdoc/>
    public static ImmutableArray<MinimizerSpec> Examples =>
        [new GaussNewton(), new GaussNewton(new FixedStep()), new GaussNewton(new Backtracking(), 1e-6, 1e-9, 1e-12, 50, 200)];
}

using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Steepest descent: steps along the negative gradient, as far as a line search says.</summary>
/// <remarks>
/// <c>x ← x − t∇f(x)</c>. The first trial step is 1 over the largest element of the gradient where that is above 1, and later ones are twice the last
/// step that was accepted. It converges linearly, the slower the worse the Hessian is conditioned. A. L. Cauchy, 1847.
/// </remarks>
/// <param name="LineSearch">The line search; null for <see cref="Backtracking"/>.</param>
/// <param name="GradientTolerance">It stops where <c>max |∇f|</c> is at most this; at least 0.</param>
/// <param name="StepTolerance">It stops where <c>max |s|</c> is at most this times the larger of 1 and <c>max |x|</c>; at least 0.</param>
/// <param name="ValueTolerance">
/// It stops where <c>|f₊ − f|</c> is at most this times the largest of 1, <c>|f|</c> and <c>|f₊|</c>; at least 0, 0 for never.
/// </param>
/// <param name="MaxIterations">The maximum number of steps; at least 0.</param>
/// <param name="MaxEvaluations">The number of evaluations of the value after which it stops; at least 1, null for no limit.</param>
[Alias("steepest_descent")]
public sealed record GradientDescent(
    LineSearchSpec? LineSearch = null, double GradientTolerance = 1e-8, double StepTolerance = 0, double ValueTolerance = 0,
    int MaxIterations = 10000, int? MaxEvaluations = null)
    : DescentSpec(GradientTolerance, StepTolerance, ValueTolerance, MaxIterations, MaxEvaluations), IShowsExamples<MinimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "gradient_descent";

    /// <summary>The line search; null for <see cref="Backtracking"/>.</summary>
    public LineSearchSpec? LineSearch { get; init; } = LineSearch;

    /// <inheritdoc/>
    public static ImmutableArray<MinimizerSpec> Examples =>
        [new GradientDescent(), new GradientDescent(new FixedStep(1e-3)), new GradientDescent(new MoreThuente(), 1e-6, 1e-9, 1e-12, 500, 2000)];
}

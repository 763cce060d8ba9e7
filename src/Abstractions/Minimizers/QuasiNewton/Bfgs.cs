using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Quasi-Newton: builds the inverse of the Hessian from the changes of the gradient.</summary>
/// <remarks>
/// <c>d = −Hg</c>, then <c>H ← (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ</c> with <c>s = x₊ − x</c>, <c>y = g₊ − g</c>, <c>ρ = 1/(y·s)</c>; before the first
/// update <c>H = (s·y/y·y)I</c>. The update is left out where <c>y·s</c> is not greater than 0, so that H stays positive definite. It keeps n²
/// numbers.
/// C. G. Broyden, R. Fletcher, D. Goldfarb and D. F. Shanno, 1970.
/// </remarks>
/// <param name="LineSearch">The line search; null for <see cref="MoreThuente"/>.</param>
/// <param name="GradientTolerance">It stops where <c>max |∇f|</c> is at most this; at least 0.</param>
/// <param name="StepTolerance">It stops where <c>max |s|</c> is at most this times the larger of 1 and <c>max |x|</c>; at least 0.</param>
/// <param name="ValueTolerance">
/// It stops where <c>|f₊ − f|</c> is at most this times the largest of 1, <c>|f|</c> and <c>|f₊|</c>; at least 0, 0 for never.
/// </param>
/// <param name="MaxIterations">The maximum number of steps; at least 0.</param>
/// <param name="MaxEvaluations">The number of evaluations of the value after which it stops; at least 1, null for no limit.</param>
public sealed record Bfgs(
    LineSearchSpec? LineSearch = null, double GradientTolerance = 1e-8, double StepTolerance = 0, double ValueTolerance = 0,
    int MaxIterations = 2000, int? MaxEvaluations = null)
    : DescentSpec(GradientTolerance, StepTolerance, ValueTolerance, MaxIterations, MaxEvaluations), IShowsExamples<MinimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "bfgs";

    /// <summary>The line search; null for <see cref="MoreThuente"/>.</summary>
    public LineSearchSpec? LineSearch { get; init; } = LineSearch;

    /// <inheritdoc/>
    public static ImmutableArray<MinimizerSpec> Examples =>
        [new Bfgs(), new Bfgs(new WeakWolfe()), new Bfgs(new StrongWolfe(), 1e-6, 1e-9, 1e-12, 500, 2000)];
}

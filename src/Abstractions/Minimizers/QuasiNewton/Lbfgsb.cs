using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Quasi-Newton with limited memory and bounds of the variables.</summary>
/// <remarks>
/// Each step minimizes the quadratic model along the projected gradient up to the generalized Cauchy point, then over the variables that are not at a
/// bound there, and searches from x towards that point. It stops where the projected gradient <c>max |P(x − ∇f) − x|</c> is at most
/// <c>tolerance_grad</c>. R. H. Byrd, P. Lu, J. Nocedal and C. Zhu, 1995; as <c>L-BFGS-B</c> of SciPy.
/// </remarks>
/// <param name="HistorySize">The number of pairs that are kept; at least 1.</param>
/// <param name="LineSearch">The line search; null for <see cref="MoreThuente"/> with <c>c₁ = 10⁻³</c>.</param>
/// <param name="GradientTolerance">It stops where <c>max |∇f|</c> is at most this; at least 0.</param>
/// <param name="StepTolerance">It stops where <c>max |s|</c> is at most this times the larger of 1 and <c>max |x|</c>; at least 0.</param>
/// <param name="ValueTolerance">
/// It stops where <c>|f₊ − f|</c> is at most this times the largest of 1, <c>|f|</c> and <c>|f₊|</c>; at least 0, 0 for never.
/// </param>
/// <param name="MaxIterations">The maximum number of steps; at least 0.</param>
/// <param name="MaxEvaluations">The number of evaluations of the value after which it stops; at least 1, null for no limit.</param>
[Alias("l-bfgs-b")]
public sealed record Lbfgsb(
    int HistorySize = 10, WolfeFamily? LineSearch = null, double GradientTolerance = 1e-8, double StepTolerance = 0, double ValueTolerance = 0,
    int MaxIterations = 15000, int? MaxEvaluations = null)
    : DescentSpec(GradientTolerance, StepTolerance, ValueTolerance, MaxIterations, MaxEvaluations), IShowsExamples<MinimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "lbfgsb";

    /// <summary>The number of pairs that are kept; at least 1.</summary>
    public int HistorySize { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(HistorySize, 1);

    /// <summary>The line search; null for <see cref="MoreThuente"/> with <c>c₁ = 10⁻³</c>.</summary>
    public WolfeFamily? LineSearch { get; init; } = LineSearch;

    /// <inheritdoc/>
    public override MinimizerNeeds Needs => MinimizerNeeds.Gradient | MinimizerNeeds.Bounds;

    /// <inheritdoc/>
    public static ImmutableArray<MinimizerSpec> Examples =>
        [new Lbfgsb(), new Lbfgsb(3, new StrongWolfe()), new Lbfgsb(5, null, 1e-6, 1e-9, 1e-12, 500, 2000)];
}

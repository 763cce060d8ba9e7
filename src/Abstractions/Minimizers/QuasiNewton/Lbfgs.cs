using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Quasi-Newton with limited memory, as <c>torch.optim.LBFGS</c> has it.</summary>
/// <remarks>
/// <c>d = −Hg</c>, where H follows from the last <paramref name="HistorySize"/> pairs <c>s = x₊ − x</c>, <c>y = g₊ − g</c> by the two-loop recursion
/// from <c>(y·s/y·y)I</c>; a pair enters where <c>y·s &gt; 10⁻¹⁰</c>. The first step length is <c>min(1, 1/‖g‖₁)η</c>, later ones start at η. Without
/// a line search the value need not fall. It stops where <c>max |∇f| ≤ tolerance_grad</c>, where <c>g·d &gt; −tolerance_change</c>, or where
/// <c>max |td|</c> or <c>|f₊ − f|</c> is below <c>tolerance_change</c>. J. Nocedal, 1980. One call of PyTorch's <c>step</c> is one run from a state;
/// the last iteration of a run that ends by <c>max_iter</c> without a line search evaluates the objective once more, which PyTorch does at its next
/// call.
/// </remarks>
/// <param name="LearningRate">η: the step length, or where a line search starts; greater than 0.</param>
/// <param name="MaxIterations">The maximum number of steps; at least 0.</param>
/// <param name="MaxEvaluations">The number of evaluations after which it stops; null for 5/4 of the maximum number of steps.</param>
/// <param name="GradientTolerance">It stops where <c>max |∇f|</c> is at most this; at least 0.</param>
/// <param name="ChangeTolerance">It stops where the step or the change of the value is at most this; at least 0.</param>
/// <param name="HistorySize">The number of pairs that are kept; at least 1.</param>
/// <param name="LineSearch">The line search; null for none.</param>
public sealed record Lbfgs(
    double LearningRate = 1, int MaxIterations = 20, int? MaxEvaluations = null, double GradientTolerance = 1e-7, double ChangeTolerance = 1e-9,
    int HistorySize = 100, LbfgsLineSearch? LineSearch = null)
    : MinimizerSpec(MaxIterations, MaxEvaluations), IShowsExamples<MinimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "lbfgs";

    /// <summary>η: the step length, or where a line search starts; greater than 0.</summary>
    [Option("lr")]
    public double LearningRate { get; init => field = Require.Positive(value); } = Require.Positive(LearningRate);

    /// <summary>It stops where <c>max |∇f|</c> is at most this; at least 0.</summary>
    [Option("tolerance_grad")]
    public double GradientTolerance { get; init => field = Require.NotNegative(value); } = Require.NotNegative(GradientTolerance);

    /// <summary>It stops where the step or the change of the value is at most this; at least 0.</summary>
    [Option("tolerance_change")]
    public double ChangeTolerance { get; init => field = Require.NotNegative(value); } = Require.NotNegative(ChangeTolerance);

    /// <summary>The number of pairs that are kept; at least 1.</summary>
    public int HistorySize { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(HistorySize, 1);

    /// <summary>The line search; null for none.</summary>
    [Option("line_search_fn")]
    public LbfgsLineSearch? LineSearch { get; init; } = LineSearch;

    /// <inheritdoc/>
    public override MinimizerNeeds Needs => MinimizerNeeds.Gradient;

    /// <inheritdoc/>
    public override int? EvaluationLimit => MaxEvaluations ?? (int)Math.Min(int.MaxValue, MaxIterations * 5L / 4);

    /// <inheritdoc/>
    public static ImmutableArray<MinimizerSpec> Examples =>
    [
        new Lbfgs(), new Lbfgs(MaxIterations: 1000, LineSearch: LbfgsLineSearch.StrongWolfe), new Lbfgs(0.5, 100, 400, 1e-5, 1e-12, 5),
    ];
}

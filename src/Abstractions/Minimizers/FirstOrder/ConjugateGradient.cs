using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Nonlinear conjugate gradients: each direction is the negative gradient, made conjugate to the last direction.</summary>
/// <remarks>
/// <c>d ← −g₊ + βd</c>. It begins again with <c>−g₊</c> where successive gradients are far from orthogonal, <c>|g₊·g| ≥ ν‖g₊‖²</c>, and where the
/// direction does not descend. On a quadratic function of n variables, with exact line searches, it ends after n steps at most. It keeps a few
/// vectors and no matrix. M. J. D. Powell, 1977, for the restarts.
/// </remarks>
/// <param name="Form">The formula of β.</param>
/// <param name="LineSearch">The line search; null for <see cref="MoreThuente"/> with <c>c₂ = 0.1</c>.</param>
/// <param name="Restart">ν: how far from orthogonal successive gradients may be; greater than 0, +∞ for no restarts.</param>
/// <param name="GradientTolerance">It stops where <c>max |∇f|</c> is at most this; at least 0.</param>
/// <param name="StepTolerance">It stops where <c>max |s|</c> is at most this times the larger of 1 and <c>max |x|</c>; at least 0.</param>
/// <param name="ValueTolerance">
/// It stops where <c>|f₊ − f|</c> is at most this times the largest of 1, <c>|f|</c> and <c>|f₊|</c>; at least 0, 0 for never.
/// </param>
/// <param name="MaxIterations">The maximum number of steps; at least 0.</param>
/// <param name="MaxEvaluations">The number of evaluations of the value after which it stops; at least 1, null for no limit.</param>
[Alias("cg")]
[Alias("nonlinear_cg")]
public sealed record ConjugateGradient(
    ConjugateGradientForm Form = ConjugateGradientForm.PolakRibiere, LineSearchSpec? LineSearch = null, double Restart = 0.2,
    double GradientTolerance = 1e-8, double StepTolerance = 0, double ValueTolerance = 0,
    int MaxIterations = 5000, int? MaxEvaluations = null)
    : DescentSpec(GradientTolerance, StepTolerance, ValueTolerance, MaxIterations, MaxEvaluations), IShowsExamples<MinimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "conjugate_gradient";

    /// <summary>The formula of β.</summary>
    public ConjugateGradientForm Form { get; init => field = Require.Defined(value); } = Require.Defined(Form);

    /// <summary>The line search; null for <see cref="MoreThuente"/> with <c>c₂ = 0.1</c>.</summary>
    public LineSearchSpec? LineSearch { get; init; } = LineSearch;

    /// <summary>ν: how far from orthogonal successive gradients may be; greater than 0, +∞ for no restarts.</summary>
    public double Restart { get; init => field = Require.NumberAbove0(value); } = Require.NumberAbove0(Restart);

    /// <inheritdoc/>
    public static ImmutableArray<MinimizerSpec> Examples =>
    [
        new ConjugateGradient(), new ConjugateGradient(ConjugateGradientForm.FletcherReeves),
        new ConjugateGradient(ConjugateGradientForm.HestenesStiefel, new StrongWolfe(Curvature: 0.1), 0.5),
        new ConjugateGradient(ConjugateGradientForm.DaiYuan, null, double.PositiveInfinity, 1e-6, 1e-9, 1e-12, 500, 2000),
    ];
}

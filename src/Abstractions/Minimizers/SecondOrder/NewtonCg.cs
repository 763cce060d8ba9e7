using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Newton's method in a trust region, each step by conjugate gradients that need only products with the Hessian.</summary>
/// <remarks>
/// The step minimizes <c>∇f·s + ½s·∇²f·s</c> over the Krylov space until <c>‖residual‖ ≤ min(½, √‖∇f‖)·‖∇f‖</c>, and goes to the boundary
/// <c>‖s‖ = Δ</c> where it leaves it or meets negative curvature. It is taken where the value falls by more than η of what the model says; Δ is
/// divided by 4 where that ratio is below ¼, and doubled where it is above ¾ at the boundary. T. Steihaug, 1983; as <c>trust-ncg</c> of SciPy.
/// </remarks>
/// <param name="TrustRadius">The first Δ; greater than 0, at most the largest.</param>
/// <param name="MaxTrustRadius">The largest Δ; greater than 0.</param>
/// <param name="Acceptance">η: the ratio of actual to predicted reduction above which a step is taken; at least 0, less than ¼.</param>
/// <param name="GradientTolerance">It stops where <c>max |∇f|</c> is at most this; at least 0.</param>
/// <param name="StepTolerance">It stops where <c>max |s|</c> is at most this times the larger of 1 and <c>max |x|</c>; at least 0.</param>
/// <param name="ValueTolerance">
/// It stops where <c>|f₊ − f|</c> is at most this times the largest of 1, <c>|f|</c> and <c>|f₊|</c>; at least 0, 0 for never.
/// </param>
/// <param name="MaxIterations">The maximum number of steps; at least 0.</param>
/// <param name="MaxEvaluations">The number of evaluations of the value after which it stops; at least 1, null for no limit.</param>
[Alias("trust_ncg")]
[Alias("trust-ncg")]
[Alias("trust_region")]
public sealed record NewtonCg(
    double TrustRadius = 1, double MaxTrustRadius = 1000, double Acceptance = 0.15,
    double GradientTolerance = 1e-8, double StepTolerance = 0, double ValueTolerance = 0,
    int MaxIterations = 2000, int? MaxEvaluations = null)
    : DescentSpec(GradientTolerance, StepTolerance, ValueTolerance, MaxIterations, MaxEvaluations), IShowsExamples<MinimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "newton_cg";

    /// <summary>The first Δ; greater than 0, at most the largest.</summary>
    [Option("initial_trust_radius")]
    public double TrustRadius { get; init => field = Require.Positive(value); } = Require.Positive(TrustRadius);

    /// <summary>The largest Δ; greater than 0.</summary>
    public double MaxTrustRadius { get; init => field = Require.Positive(value); } = Require.Positive(MaxTrustRadius);

    /// <summary>η: the ratio of actual to predicted reduction above which a step is taken; at least 0, less than ¼.</summary>
    [Option("eta")]
    public double Acceptance { get; init => field = InQuarter(value); } = InQuarter(Acceptance);

    /// <inheritdoc/>
    public override MinimizerNeeds Needs => MinimizerNeeds.Gradient | MinimizerNeeds.HessianProduct;

    /// <inheritdoc/>
    public static ImmutableArray<MinimizerSpec> Examples =>
        [new NewtonCg(), new NewtonCg(0.1, 10, 0), new NewtonCg(1, 1000, 0.1, 1e-6, 1e-9, 1e-12, 50, 200)];

    static double InQuarter(double value) => value is >= 0 and < 0.25 ? value : throw new ArgumentOutOfRangeException(
        null, FormattableString.Invariant($"{nameof(Acceptance)} must be a number of at least 0 and less than 0.25, got {value}."));
}

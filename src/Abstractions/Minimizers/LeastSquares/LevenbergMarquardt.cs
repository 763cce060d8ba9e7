using System.Collections.Immutable;
using ParityNet.Losses;

namespace ParityNet.Minimizers;

/// <summary>
/// Levenberg–Marquardt: minimizes a sum of squares in a trust region that follows the scale of each variable, as MINPACK's <c>lmder</c>.
/// </summary>
/// <remarks>
/// The step minimizes <c>‖r + Js‖</c> with <c>‖Ds‖ ≤ Δ</c>; D has the largest norms that the columns of J have had. With a robust loss ρ of the
/// catalogue it minimizes <c>Σ ρ(rᵢ)</c>, as the sum of squares of <c>±√ρ(rᵢ)</c>. It stops where the actual and the predicted relative reduction of
/// the sum are at most <c>ftol</c>, where <c>Δ ≤ xtol·‖Dx‖</c>, or where the cosine of the angle between the residuals and any column of J is at most
/// <c>gtol</c>; and where one of them cannot become smaller in the precision of <c>double</c>. It needs <see cref="Objective{T}.Residuals"/>.
/// K. Levenberg, 1944; D. W. Marquardt, 1963; J. J. Moré, 1978.
/// </remarks>
/// <param name="ValueTolerance">The relative reduction of the sum of squares at which it stops; at least 0.</param>
/// <param name="StepTolerance">The size of the trust region, relative to that of x, at which it stops; at least 0.</param>
/// <param name="GradientTolerance">The cosine between the residuals and the columns of J at which it stops; at least 0.</param>
/// <param name="Factor">The first trust region, as a factor on <c>‖Dx‖</c>; greater than 0.</param>
/// <param name="Loss">ρ, a robust loss that is 0 at 0; null for squares. Its reduction does not matter.</param>
/// <param name="MaxIterations">The maximum number of steps; at least 0.</param>
/// <param name="MaxEvaluations">The number of evaluations of the residuals after which it stops; at least 1, null for no limit.</param>
[Alias("lm")]
public sealed record LevenbergMarquardt(
    double ValueTolerance = 1e-12, double StepTolerance = 1e-12, double GradientTolerance = 1e-14, double Factor = 100, ElementLoss? Loss = null,
    int MaxIterations = 2000, int? MaxEvaluations = null)
    : MinimizerSpec(MaxIterations, MaxEvaluations), IShowsExamples<MinimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "levenberg_marquardt";

    /// <summary>The relative reduction of the sum of squares at which it stops; at least 0.</summary>
    [Option("ftol")]
    public double ValueTolerance { get; init => field = Require.NotNegative(value); } = Require.NotNegative(ValueTolerance);

    /// <summary>The size of the trust region, relative to that of x, at which it stops; at least 0.</summary>
    [Option("xtol")]
    public double StepTolerance { get; init => field = Require.NotNegative(value); } = Require.NotNegative(StepTolerance);

    /// <summary>The cosine between the residuals and the columns of J at which it stops; at least 0.</summary>
    [Option("gtol")]
    public double GradientTolerance { get; init => field = Require.NotNegative(value); } = Require.NotNegative(GradientTolerance);

    /// <summary>The first trust region, as a factor on <c>‖Dx‖</c>; greater than 0.</summary>
    public double Factor { get; init => field = Require.Positive(value); } = Require.Positive(Factor);

    /// <summary>ρ, a robust loss that is 0 at 0; null for squares. Its reduction does not matter.</summary>
    public ElementLoss? Loss { get; init; } = Loss;

    /// <inheritdoc/>
    public override MinimizerNeeds Needs => MinimizerNeeds.Gradient | MinimizerNeeds.Residuals;

    /// <inheritdoc/>
    public static ImmutableArray<MinimizerSpec> Examples =>
        [new LevenbergMarquardt(), new LevenbergMarquardt(Loss: new Huber()), new LevenbergMarquardt(1e-8, 1e-8, 0, 1, new LogCosh(), 200, 500)];
}

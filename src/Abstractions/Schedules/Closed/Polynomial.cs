using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Polynomial decay: the rate moves to its end, 0 by default, as a power of the fraction of steps that remain.</summary>
/// <remarks>
/// <c>e + (b − e)·(1 − min(n, t)/n)ᵖ</c>; for <c>n = 0</c> it stays b. Same as <c>torch.optim.lr_scheduler.PolynomialLR</c>, whose end is 0;
/// with an end e as Keras's <c>PolynomialDecay</c> and optax's <c>polynomial_schedule</c>.
/// </remarks>
/// <param name="TotalIterations">n: the number of steps to 0; at least 0.</param>
/// <param name="Power">p: the power; at least 0.</param>
/// <param name="EndRate">e: the rate after n steps; at least 0. Keras calls it <c>end_learning_rate</c>, optax <c>end_value</c>.</param>
public sealed record Polynomial(int TotalIterations = 5, double Power = 1, double EndRate = 0) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The number of steps to 0; at least 0.</summary>
    [Option("total_iters")]
    public int TotalIterations { get; init => field = Require.AtLeast(value, 0); } = Require.AtLeast(TotalIterations, 0);

    /// <summary>The power; at least 0.</summary>
    public double Power { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Power);

    /// <summary>The rate after n steps; at least 0.</summary>
    [Option("end_lr")]
    public double EndRate { get; init => field = Require.NotNegative(value); } = Require.NotNegative(EndRate);

    /// <inheritdoc/>
    public override string Name => "polynomial_lr";

    /// <inheritdoc/>
    public override bool ScalesRate => EndRate == 0;

    /// <inheritdoc/>
    public override int? Length => TotalIterations;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
        [new Polynomial(), new Polynomial(12, 2), new Polynomial(9, 0.5), new Polynomial(0), new Polynomial(8, 2, 0.01)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) =>
        EndRate + (learningRate - EndRate) * Math.Pow(1 - (double)Math.Min(TotalIterations, step) / Math.Max(1, TotalIterations), Power);

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) => step == 0 || step > TotalIterations
        ? rate
        : EndRate + (rate - EndRate) * Math.Pow((1 - (double)step / TotalIterations) / (1 - (step - 1.0) / TotalIterations), Power);
}

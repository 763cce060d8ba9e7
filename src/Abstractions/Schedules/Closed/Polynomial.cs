using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Polynomial decay: the rate falls to 0 as a power of the fraction of steps that remain.</summary>
/// <remarks><c>b·(1 − min(n, t)/n)ᵖ</c>; for <c>n = 0</c> it stays b. Same as <c>torch.optim.lr_scheduler.PolynomialLR</c>.</remarks>
/// <param name="TotalIterations">n: the number of steps to 0; at least 0.</param>
/// <param name="Power">p: the power; at least 0.</param>
public sealed record Polynomial(int TotalIterations = 5, double Power = 1) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The number of steps to 0; at least 0.</summary>
    [Option("total_iters")]
    public int TotalIterations { get; init => field = Require.AtLeast(value, 0); } = Require.AtLeast(TotalIterations, 0);

    /// <summary>The power; at least 0.</summary>
    public double Power { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Power);

    /// <inheritdoc/>
    public override string Name => "polynomial_lr";

    /// <inheritdoc/>
    public override int? Length => TotalIterations;

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new Polynomial(), new Polynomial(12, 2), new Polynomial(9, 0.5), new Polynomial(0)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) =>
        learningRate * Math.Pow(1 - (double)Math.Min(TotalIterations, step) / Math.Max(1, TotalIterations), Power);

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) => step == 0 || step > TotalIterations
        ? rate
        : rate * Math.Pow((1 - (double)step / TotalIterations) / (1 - (step - 1.0) / TotalIterations), Power);
}

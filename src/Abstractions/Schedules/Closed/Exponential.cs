using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Exponential decay: the rate is multiplied by a factor at every step.</summary>
/// <remarks><c>b·γᵗ</c>. Same as <c>torch.optim.lr_scheduler.ExponentialLR</c>.</remarks>
/// <param name="Gamma">γ: the factor; at least 0.</param>
public sealed record Exponential(double Gamma) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The factor; at least 0.</summary>
    public double Gamma { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Gamma);

    /// <inheritdoc/>
    public override string Name => "exponential_lr";

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new Exponential(0.9), new Exponential(0.5)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) => learningRate * Math.Pow(Gamma, step);

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) => step > 0 ? rate * Gamma : rate;
}

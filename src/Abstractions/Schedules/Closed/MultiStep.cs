using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Step decay at given milestones: the rate is multiplied by a factor at each of them.</summary>
/// <remarks>
/// <c>b·γᵏ</c> with k the number of milestones from 0 to t; a milestone listed twice counts twice, and a negative one never applies. Same
/// as <c>torch.optim.lr_scheduler.MultiStepLR</c>.
/// </remarks>
/// <param name="Milestones">The steps at which the rate is multiplied, in any order.</param>
/// <param name="Gamma">γ: the factor; at least 0.</param>
public sealed record MultiStep(ImmutableArray<int> Milestones, double Gamma = 0.1) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    readonly ByItems<int> milestones = Milestones;

    /// <summary>The steps at which the rate is multiplied, in any order.</summary>
    public ImmutableArray<int> Milestones { get => milestones.Items; init => milestones = value; }

    /// <summary>The factor; at least 0.</summary>
    public double Gamma { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Gamma);

    /// <inheritdoc/>
    public override string Name => "multi_step_lr";

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples => [new MultiStep([3, 8]), new MultiStep([6, 2, 6, 4], 0.5), new MultiStep([])];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) =>
        learningRate * Math.Pow(Gamma, milestones.Items.Count(m => m >= 0 && m <= step));

    /// <inheritdoc/>
    protected internal override double Next(double learningRate, double rate, long step) =>
        rate * Math.Pow(Gamma, milestones.Items.Count(m => m == step));
}

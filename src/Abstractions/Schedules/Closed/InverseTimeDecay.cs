using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>Inverse time decay: the rate falls as one over a linear function of the step.</summary>
/// <remarks>
/// <c>b/(1 + r·t/n)</c>; as a staircase <c>b/(1 + r·⌊t/n⌋)</c>. Same as <c>keras.optimizers.schedules.InverseTimeDecay</c>.
/// </remarks>
/// <param name="DecaySteps">n: the number of steps per unit of time; at least 1.</param>
/// <param name="DecayRate">r: the decay rate per unit of time; at least 0.</param>
/// <param name="Staircase">Whether the rate falls once per unit of time instead of at every step.</param>
public sealed record InverseTimeDecay(int DecaySteps, double DecayRate, bool Staircase = false) : ScheduleSpec, IShowsExamples<ScheduleSpec>
{
    /// <summary>The number of steps per unit of time; at least 1.</summary>
    public int DecaySteps { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(DecaySteps, 1);

    /// <summary>The decay rate per unit of time; at least 0.</summary>
    public double DecayRate { get; init => field = Require.NotNegative(value); } = Require.NotNegative(DecayRate);

    /// <inheritdoc/>
    public override string Name => "inverse_time_decay";

    /// <inheritdoc/>
    public static ImmutableArray<ScheduleSpec> Examples =>
        [new InverseTimeDecay(1, 0.5), new InverseTimeDecay(10, 2), new InverseTimeDecay(4, 0.5, Staircase: true)];

    /// <inheritdoc/>
    protected internal override double At(double learningRate, long step) =>
        learningRate / (1 + DecayRate * (Staircase ? step / DecaySteps : (double)step / DecaySteps));
}

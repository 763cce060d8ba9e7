using System.Collections.Immutable;
using ParityNet.Parity.Laws;
using ParityNet.Schedules;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes of the rate that falls on a plateau.</summary>
static class PlantedPlateaus
{
    public static ImmutableArray<PlantedError> All { get; } =
    [
        Of("falls one metric early", (s, state, metric) => (s with { Patience = Math.Max(0, s.Patience - 1) }).Observe(state, metric)),
        Of("does not cool down", (s, state, metric) => (s with { Cooldown = 0 }).Observe(state, metric)),
        Of("goes below the smallest rate", (s, state, metric) => (s with { MinimumRate = 0, Epsilon = 0 }).Observe(state, metric)),
        Of("forgets the bad metrics when it cools down, and the best one too", (s, state, metric) =>
            s.Observe(state.Cooldown > 0 ? state with { Best = metric } : state, metric)),
        Of("takes the threshold for a difference always", (s, state, metric) =>
            (s with { ThresholdMode = ThresholdMode.Abs }).Observe(state, metric)),
        Of("takes the threshold for a share always", (s, state, metric) => (s with { ThresholdMode = ThresholdMode.Rel }).Observe(state, metric)),
        Of("small metrics are always good", (s, state, metric) => (s with { Mode = PlateauMode.Min }).Observe(state, metric)),
        Of("a metric as good as the best one is better", (s, state, metric) =>
            (s with { Threshold = 0 }).Observe(state, s.Mode == PlateauMode.Min ? Math.BitDecrement(metric) : Math.BitIncrement(metric))),
        Of("NaN is an improvement", (s, state, metric) => double.IsNaN(metric) ? state with { BadSteps = 0 } : s.Observe(state, metric)),
        Of("lowers the rate by the square of the factor", (s, state, metric) => s.Observe(state, metric) is var after && after.Rate < state.Rate
            ? after with { Rate = after.Rate * s.Factor } : after),
        Of("never lowers the rate", (_, state, _) => state),
        Of("lowers the rate at good metrics too", (s, state, metric) =>
            s.Observe(state with { Best = s.Start(1).Best == double.PositiveInfinity ? double.NegativeInfinity : double.PositiveInfinity }, metric)),
    ];

    static PlantedError Of(string name, Func<ReduceOnPlateau, PlateauState, double, PlateauState> observe) =>
        new(name, "reduce_lr_on_plateau", right => new OtherPlateau(right, observe));

    sealed class OtherPlateau(IBackend right, Func<ReduceOnPlateau, PlateauState, double, PlateauState> observe) : AlteredBackend(right),
        IOwnSchedules
    {
        public PlateauState Observe(ScheduleSpec spec, PlateauState state, double metric) => spec is ReduceOnPlateau own
            ? observe(own, state, metric) : spec.Observe(state, metric);
    }
}

using System.Collections.Immutable;
using ParityNet.Optimizers;
using ParityNet.Parity.Planted;
using ParityNet.Schedules;

namespace ParityNet.Parity.Diagnosis;

/// <summary>The dictionary: every mistake that is tried on an op.</summary>
static class Hypotheses
{
    /// <summary>The hypotheses about an op.</summary>
    public static ImmutableArray<Hypothesis> Of(OpEntry entry) =>
    [
        .. OptionHypotheses.Of(entry),
        .. entry.Examples[0] switch
        {
            FunctionSpec => FunctionHypotheses.Of(entry),
            OptimizerSpec => OptimizerHypotheses.Of(entry),
            ScheduleSpec => ScheduleHypotheses.All,
            _ => [],
        },
        .. PlantedErrors.Mathematics.Concat(UsualMistakes.All).Concat(FrameworkDialects.All)
            .Where(planted => entry.Names.Contains(planted.Op)).Select(planted =>
            new Hypothesis(HypothesisKind.Known, planted.Name, planted.Plant) { Sources = planted.Sources, ReplacesAll = true }),
    ];
}

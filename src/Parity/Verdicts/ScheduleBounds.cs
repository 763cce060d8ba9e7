using System.Collections.Immutable;
using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;
using ParityNet.Schedules;

namespace ParityNet.Parity.Verdicts;

/// <summary>The learning rates that faithful implementations of a schedule give.</summary>
static class ScheduleBounds
{
    /// <summary>The enclosure of the rate after a number of steps, in closed form or by PyTorch's recursion.</summary>
    /// <remarks>A rate that depends on metrics is a sequence of products, and so has one correct rounding.</remarks>
    public static Enclosure<double> Rate(ScheduleSpec spec, double start, ImmutableArray<double> metrics, int step) => spec.TakesMetrics
        ? Enclosure<double>.Exact(spec.Rates(start, metrics).ElementAt(step))
        : Enclosure<double>.Hull(Definition.Rate<Enclosure<double>>(spec, start, step),
            Definition.Rates<Enclosure<double>>(spec, start).ElementAt(step));
}

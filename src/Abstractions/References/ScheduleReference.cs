using System.Collections.Immutable;
using ParityNet.Schedules;

namespace ParityNet.References;

/// <summary>A learning-rate scheduler of a library.</summary>
/// <param name="member">The member, as user code names it.</param>
/// <param name="specType">The type of spec that it computes.</param>
/// <param name="defaults">
/// The spec that the member must equal when it is called without options; null where the options of each spec are given to it.
/// </param>
public abstract class ScheduleReference(string member, Type specType, OpSpec? defaults = null) : Reference(member, specType, defaults)
{
    /// <summary>Runs the scheduler on an optimizer with one group per rate.</summary>
    /// <param name="spec">The spec of the schedule.</param>
    /// <param name="rates">The initial rate of each group.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="metrics">The metric of each step, for a schedule that takes metrics.</param>
    /// <returns>The rates and momenta before the first step and after each; null where the scheduler lacks one of the options.</returns>
    public abstract ImmutableArray<Pace>? Run(ScheduleSpec spec, ImmutableArray<double> rates, int steps, ImmutableArray<double> metrics);
}

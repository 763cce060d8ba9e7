using System.Collections.Immutable;
using ParityNet.Schedules;

namespace ParityNet.References;

/// <summary>A learning-rate scheduler of a library.</summary>
/// <param name="member">The member, as a program of the library's users names it.</param>
/// <param name="specType">The type of the specs that it computes.</param>
/// <param name="defaults">The spec that the member must equal when it is called without options; null where the options of each spec are given to it.</param>
public abstract class ScheduleReference(string member, Type specType, OpSpec? defaults = null) : Reference(member, specType, defaults)
{
    /// <summary>Runs the scheduler on an optimizer with one group a rate.</summary>
    /// <param name="spec">What to compute.</param>
    /// <param name="rates">The rate that each group starts from.</param>
    /// <param name="steps">How many steps to do.</param>
    /// <param name="metrics">The metric of each step, for a schedule that takes metrics.</param>
    /// <returns>What the scheduler made of the optimizer before the first step and after each; null where it lacks one of the options.</returns>
    public abstract ImmutableArray<Pace>? Run(ScheduleSpec spec, ImmutableArray<double> rates, int steps, ImmutableArray<double> metrics);
}

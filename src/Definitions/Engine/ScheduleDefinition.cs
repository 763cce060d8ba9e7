using ParityNet.Definitions.Numbers;
using ParityNet.Schedules;

namespace ParityNet.Definitions.Engine;

/// <summary>The definition of a schedule, whatever its spec.</summary>
abstract class ScheduleDefinition : IDefinition
{
    public abstract Type SpecType { get; }

    /// <summary>The rate in closed form.</summary>
    public abstract R At<R>(ScheduleSpec spec, R start, long step)
        where R : struct, IReal<R>;

    /// <summary>PyTorch's recursion: the rate after a step from the one before it; for step 0 from the rate of the optimizer.</summary>
    public abstract R Next<R>(ScheduleSpec spec, R start, R rate, long step)
        where R : struct, IReal<R>;

    /// <summary>The momentum; only where the spec has one.</summary>
    public abstract R Momentum<R>(ScheduleSpec spec, long step)
        where R : struct, IReal<R>;

    /// <summary>The steps at which the rate is known without rounding, or by one product; one step past the end is among them.</summary>
    public abstract IEnumerable<(long Step, double Rate)> Landmarks(ScheduleSpec spec, double start);

    protected static ScheduleDefinition Of(ScheduleSpec spec) => DefinitionIndex.Find<ScheduleDefinition>(spec);
}

using ParityNet.Definitions.Numbers;
using ParityNet.Schedules;

namespace ParityNet.Definitions.Engine;

/// <summary>The definition of a schedule, for any spec.</summary>
abstract class ScheduleDefinition : IDefinition
{
    public abstract Type SpecType { get; }

    /// <summary>The learning rate in closed form.</summary>
    public abstract R At<R>(ScheduleSpec spec, R start, long step)
        where R : struct, IReal<R>;

    /// <summary>
    /// PyTorch's recursion: the learning rate after a step from the one before; for step 0 from the optimizer's initial rate.
    /// </summary>
    public abstract R Next<R>(ScheduleSpec spec, R start, R rate, long step)
        where R : struct, IReal<R>;

    /// <summary>The momentum; only if the spec cycles it.</summary>
    public abstract R Momentum<R>(ScheduleSpec spec, long step)
        where R : struct, IReal<R>;

    /// <summary>The steps at which the rate is exact or a single product, including one step past the end.</summary>
    public abstract IEnumerable<(long Step, double Rate)> Landmarks(ScheduleSpec spec, double start);

    protected static ScheduleDefinition Of(ScheduleSpec spec) => DefinitionIndex.Find<ScheduleDefinition>(spec);
}

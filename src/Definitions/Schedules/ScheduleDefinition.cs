using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

/// <summary>The definition of a schedule: its closed form, and PyTorch's recursion if it computes the rate differently.</summary>
abstract class ScheduleDefinition<TSpec> : ScheduleDefinition
    where TSpec : ScheduleSpec
{
    public sealed override Type SpecType => typeof(TSpec);

    public sealed override R At<R>(ScheduleSpec spec, R start, long step) => At((TSpec)spec, start, step);

    public sealed override R Next<R>(ScheduleSpec spec, R start, R rate, long step) => Next((TSpec)spec, start, rate, step);

    public sealed override R Momentum<R>(ScheduleSpec spec, long step) => Momentum<R>((TSpec)spec, step);

    public sealed override IEnumerable<(long Step, double Rate)> Landmarks(ScheduleSpec spec, double start) => Landmarks((TSpec)spec, start);

    protected abstract R At<R>(TSpec spec, R start, long step)
        where R : struct, IReal<R>;

    /// <summary>The closed form, unless PyTorch's recursion uses the previous rate.</summary>
    protected virtual R Next<R>(TSpec spec, R start, R rate, long step)
        where R : struct, IReal<R> => At(spec, start, step);

    protected virtual R Momentum<R>(TSpec spec, long step)
        where R : struct, IReal<R> => throw new NotSupportedException($"{spec.Name} must define its momentum: expected a formula, got none.");

    protected virtual IEnumerable<(long Step, double Rate)> Landmarks(TSpec spec, double start) => [];
}

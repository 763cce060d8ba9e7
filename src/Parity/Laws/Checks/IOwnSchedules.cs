using ParityNet.Optimizers;
using ParityNet.Schedules;

namespace ParityNet.Parity.Laws;

/// <summary>A backend with its own schedules, which laws check instead of the specs'.</summary>
interface IOwnSchedules
{
    /// <summary>The learning rate after a number of steps.</summary>
    double Rate(ScheduleSpec spec, double learningRate, long step) => spec.Rate(learningRate, step);

    /// <summary>The momentum after a number of steps.</summary>
    double? Momentum(ScheduleSpec spec, long step) => spec.Momentum(step);

    /// <summary>The optimizer with the rates of one step.</summary>
    OptimizerSpec Apply(ScheduleSpec spec, OptimizerSpec optimizer, long step) => spec.Apply(optimizer, step);

    /// <summary>The state after a metric.</summary>
    PlateauState Observe(ScheduleSpec spec, PlateauState state, double metric) => spec.Observe(state, metric);
}

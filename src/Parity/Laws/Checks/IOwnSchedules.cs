using ParityNet.Optimizers;
using ParityNet.Schedules;

namespace ParityNet.Parity.Laws;

/// <summary>A backend that computes schedules by itself, so that laws try its formulas instead of the specs'.</summary>
interface IOwnSchedules
{
    /// <summary>The learning rate after a number of steps.</summary>
    double Rate(ScheduleSpec spec, double learningRate, long step) => spec.Rate(learningRate, step);

    /// <summary>The momentum after a number of steps.</summary>
    double? Momentum(ScheduleSpec spec, long step) => spec.Momentum(step);

    /// <summary>The optimizer as it is for one step.</summary>
    OptimizerSpec Apply(ScheduleSpec spec, OptimizerSpec optimizer, long step) => spec.Apply(optimizer, step);

    /// <summary>The state after a metric.</summary>
    PlateauState Observe(ScheduleSpec spec, PlateauState state, double metric) => spec.Observe(state, metric);
}

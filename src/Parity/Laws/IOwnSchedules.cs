using ParityNet.Schedules;

namespace ParityNet.Parity.Laws;

/// <summary>A backend that computes rates by itself, so that laws try its formula instead of the spec's.</summary>
interface IOwnSchedules
{
    /// <summary>The learning rate after a number of steps.</summary>
    double Rate(ScheduleSpec spec, double learningRate, long step);
}

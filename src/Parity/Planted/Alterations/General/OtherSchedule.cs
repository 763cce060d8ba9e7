using ParityNet.Parity.Laws;
using ParityNet.Schedules;

namespace ParityNet.Parity.Planted;

/// <summary>Another rate at each step.</summary>
/// <param name="right">The backend that is right elsewhere.</param>
/// <param name="rate">From the right rates of the spec, the first learning rate and the step to the rate.</param>
sealed class OtherSchedule(IBackend right, Func<Func<double, long, double>, double, long, double> rate) : AlteredBackend(right), IOwnSchedules
{
    public double Rate(ScheduleSpec spec, double learningRate, long step) => rate(
        (start, at) => Right is IOwnSchedules own ? own.Rate(spec, start, at) : spec.Rate(start, at), learningRate, step);
}

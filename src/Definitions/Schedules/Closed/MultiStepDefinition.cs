using ParityNet.Schedules;

namespace ParityNet.Definitions.Schedules;

// b·γᵏ, where k is the number of milestones from 0 to t; PyTorch multiplies by a power at each one.
sealed class MultiStepDefinition : ScheduleDefinition<MultiStep>
{
    protected override R At<R>(MultiStep spec, R start, long step) =>
        start * R.Pow(R.Exact(spec.Gamma), spec.Milestones.Count(m => m >= 0 && m <= step));

    protected override R Next<R>(MultiStep spec, R start, R rate, long step) =>
        rate * R.Pow(R.Exact(spec.Gamma), spec.Milestones.Count(m => m == step));

    protected override IEnumerable<(long Step, double Rate)> Landmarks(MultiStep spec, double start)
    {
        int[] met = [.. spec.Milestones.Where(m => m >= 0).Order()];
        if (met.Length == 0)
            return [(0, start), (1000, start)];
        int first = met.Count(m => m == met[0]);
        (long, double) turned = (met[0], start * Math.Pow(spec.Gamma, first));
        return met[0] == 0 ? [turned] : [(0, start), (met[0] - 1, start), turned];
    }
}

using System.Collections.Immutable;
using ParityNet.Schedules;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about the range of learning rates.</summary>
static class PeakLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("cosine schedules: lr(t) lies between base_lr and eta_min", LawKind.Bounded, s => s is CosineAnnealing or CosineWarmRestarts, (b, s) =>
        {
            double start = b.Numbers(1, 0, 1)[0], end = s is CosineAnnealing annealing ? annealing.Minimum : ((CosineWarmRestarts)s).Minimum;
            Approx[] rates = [.. Enumerable.Range(0, 3 * b.Size + 1).Select(step => ScheduleLaws.Rate(b, (ScheduleSpec)s, start, step))];
            return Hold.AtMost([.. rates.Select(_ => (Approx)Math.Min(start, end))], rates)
                ?? Hold.AtMost(rates, [.. rates.Select(_ => (Approx)Math.Max(start, end))]);
        }),
        new("one_cycle_lr: lr(t) rises to one maximum, then falls", LawKind.Bounded, s => s is OneCycle, (b, s) =>
        {
            var cycle = (OneCycle)s;
            Approx[] rates = [.. Enumerable.Range(0, (int)cycle.Steps).Select(step => ScheduleLaws.Rate(b, cycle, 1, step))];
            int peak = Array.FindIndex(rates, rate => rate.Value == rates.Max(one => one.Value));
            return rates.Length < 3 ? null
                : peak == rates.Length - 1 ? "the rate must fall in the end: expected a peak before the last step, got none."
                : rates.Count(rate => rate.Value >= cycle.MaximumRate) > 1
                    ? $"the largest rate must be met once at most: got it {rates.Count(rate => rate.Value >= cycle.MaximumRate)} times."
                : Hold.AtMost(rates[..peak], rates[1..(peak + 1)]) ?? Hold.AtMost(rates[(peak + 1)..], rates[peak..^1]);
        }),
    ];
}

using System.Collections.Immutable;
using ParityNet.Schedules;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about learning rates by the step.</summary>
static class ScheduleLaws
{
    static bool Any(OpSpec s) => s is ScheduleSpec;

    public static ImmutableArray<Law> All { get; } =
    [
        new("The closed form of a rate lies in the enclosure of PyTorch's recursion", LawKind.Bounded, Recursion.Has, (b, s) => Enclosed(b, (ScheduleSpec)s)),
        new("A schedule begins, turns and ends where it says", LawKind.Exact, Recursion.Has, (b, s) =>
        {
            double start = Start(b);
            (long Step, double Rate)[] ends = [.. Ends((ScheduleSpec)s, start)];
            return Hold.Same([.. ends.Select(end => (Approx)end.Rate)], [.. ends.Select(end => (Approx)b.Rate((ScheduleSpec)s, start, end.Step))]);
        }),
        new("A rate is a finite number of at least 0", LawKind.Exact, Any, (b, s) =>
        {
            double start = Start(b);
            return Hold.All(Steps(b).Select(step => (Approx)b.Rate((ScheduleSpec)s, start, step)), rate => rate >= 0 && double.IsFinite(rate), "finite and at least 0");
        }),
        new("A rate depends on the step alone, not on what was asked before", LawKind.Exact, Any, (b, s) =>
        {
            double start = Start(b);
            long[] steps = [.. Steps(b)];
            double[] forth = [.. steps.Select(step => b.Rate((ScheduleSpec)s, start, step))];
            double[] back = [.. steps.Reverse().Select(step => b.Rate((ScheduleSpec)s, start, step)).Reverse()];
            for (int i = 0; i < steps.Length; i++)
                if (BitConverter.DoubleToInt64Bits(forth[i]) != BitConverter.DoubleToInt64Bits(back[i]))
                    return FormattableString.Invariant($"the rate after {steps[i]} steps must have the same bits again: expected {forth[i]:R}, got {back[i]:R}.");
            return null;
        }),
    ];

    static double Start(Bench bench) => bench.Numbers(1, 0, 1)[0];

    // Every early step, and a few far beyond the end of every schedule.
    static IEnumerable<long> Steps(Bench bench) =>
        [.. Enumerable.Range(0, 3 * bench.Size + 1).Select(step => (long)step), .. Enumerable.Range(0, bench.Size).Select(_ => (long)bench.Index(1_000_000))];

    // Both intervals hold the exact rate, so two results are apart by at most both widths.
    static string? Enclosed(Bench bench, ScheduleSpec schedule)
    {
        double start = Start(bench);
        foreach ((int step, Interval way) in Recursion.Of(schedule, start).Take(3 * bench.Size + 1).Index())
        {
            Interval ours = Recursion.ClosedForm(schedule, start, step), wide = new(way.Low - ours.Width, way.High + ours.Width);
            double rate = bench.Rate(schedule, start, step);
            if (!ours.Holds(rate) || !wide.Holds(rate))
                return FormattableString.Invariant(
                    $"the rate after {step} steps from {start:R} must lie in both enclosures: expected {ours.Low:R} to {ours.High:R} and {wide.Low:R} to {wide.High:R}, got {rate:R}.");
        }
        return null;
    }

    /// <summary>The steps where a rate is known without rounding, or by one product.</summary>
    static IEnumerable<(long Step, double Rate)> Ends(ScheduleSpec schedule, double start) => schedule switch
    {
        Constant s => [(0, s.TotalIterations > 0 ? start * s.Factor : start), (s.TotalIterations, start), (s.TotalIterations + 1L, start)],
        Exponential s => [(0, start), (1, start * s.Gamma)],
        Step s => [(0, start), (s.StepSize - 1, start), (s.StepSize, start * s.Gamma), (2L * s.StepSize - 1, start * s.Gamma)],
        Linear s => [(0, start * s.StartFactor), (s.TotalIterations + 1L, s.Rate(start, s.TotalIterations)), (10L * s.TotalIterations, s.Rate(start, s.TotalIterations))],
        CosineAnnealing s => [(0, start), (s.Period, s.Minimum)],
        _ => throw new NotSupportedException($"{schedule.Name} must have its ends here: expected a line, got none."),
    };
}

using System.Collections.Immutable;
using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;
using ParityNet.Schedules;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about learning rates as functions of the step.</summary>
static class ScheduleLaws
{
    static bool Any(OpSpec s) => s is ScheduleSpec { TakesMetrics: false };

    public static ImmutableArray<Law> All { get; } =
    [
        new("lr(t) ∈ enclosures of the closed form and of PyTorch's recursion", LawKind.Bounded, Any, (b, s) => Enclosed(b, (ScheduleSpec)s)),
        new("momentum(t) ∈ enclosure of its formula", LawKind.Bounded, s => Any(s) && ((ScheduleSpec)s).Momentum(0) is not null,
            (b, s) => Momentum(b, (ScheduleSpec)s)),
        new("lr(t) has its exact value at start, corners and end", LawKind.Exact, Any, (b, s) =>
        {
            double start = Start(b);
            KeyValuePair<long, double>[] marks = [.. Definition.Landmarks((ScheduleSpec)s, start)];
            return Hold.Same([.. marks.Select(mark => (Approx)mark.Value)],
                [.. marks.Select(mark => (Approx)b.Rate((ScheduleSpec)s, start, mark.Key))]);
        }),
        new("lr(t) ≥ 0 and finite", LawKind.Exact, Any, (b, s) =>
        {
            double start = Start(b);
            return Hold.All(Steps(b, (ScheduleSpec)s).Select(step => (Approx)b.Rate((ScheduleSpec)s, start, step)),
                rate => rate >= 0 && double.IsFinite(rate), "finite and at least 0");
        }),
        new("lr(t) depends on t alone, not on the order of calls", LawKind.Exact, Any, (b, s) =>
        {
            double start = Start(b);
            long[] steps = [.. Steps(b, (ScheduleSpec)s)];
            double[] forth = [.. steps.Select(step => b.Rate((ScheduleSpec)s, start, step))];
            double[] back = [.. steps.Reverse().Select(step => b.Rate((ScheduleSpec)s, start, step)).Reverse()];
            for (int i = 0; i < steps.Length; i++)
                if (BitConverter.DoubleToInt64Bits(forth[i]) != BitConverter.DoubleToInt64Bits(back[i]))
                    return FormattableString.Invariant(
                        $"the rate after {steps[i]} steps must have the same bits again: expected {forth[i]:R}, got {back[i]:R}.");
            return null;
        }),
        new("schedule: lr and momentum of a group = those of the group alone", LawKind.Exact, Any, (b, s) =>
        {
            double[] starts = [Start(b), Start(b), Start(b)];
            long[] steps = [.. Steps(b, (ScheduleSpec)s)];
            long step = steps[b.Index(steps.Length)];
            OptimizerSpec[] alone = [.. starts.Select(start => b.Apply((ScheduleSpec)s, new Sgd(start, 0.5), step))];
            var groups = new Groups([.. starts.Select(start => new Sgd(start, 0.5))], [0, 1, 2]);
            OptimizerSpec together = b.Apply((ScheduleSpec)s, new ClipGradNorm(groups, 1), step),
                expected = new ClipGradNorm(new Groups([.. alone], [0, 1, 2]), 1);
            return together == expected ? null
                : $"groups must have the rates and the momentum of their optimizers alone after {step} steps: expected {expected}, got {together}.";
        }),
        new("lr(t; 2·base_lr) = 2·lr(t; base_lr)", LawKind.Exact, s => Any(s) && s is ScheduleSpec { ScalesRate: true }, (b, s) =>
        {
            double start = Start(b);
            // A subnormal rate is rounded to fewer digits, so that doubling does not commute with rounding.
            long[] steps = [.. Steps(b, (ScheduleSpec)s).Where(step => double.IsNormal(b.Rate((ScheduleSpec)s, start, step)))];
            return Hold.Same([.. steps.Select(step => (Approx)(2 * b.Rate((ScheduleSpec)s, start, step)))],
                [.. steps.Select(step => (Approx)b.Rate((ScheduleSpec)s, 2 * start, step))]);
        }),
        new("chained_scheduler(s) = s", LawKind.Bounded, Any, (b, s) =>
        {
            // The chain computes each rate from the previous one, the schedule itself by its closed form.
            var alone = (ScheduleSpec)s;
            var chain = new Chained([alone]);
            double start = Start(b);
            long[] steps = [.. Enumerable.Range(0, (int)Math.Min(3 * b.Size, alone.Last ?? int.MaxValue) + 1)];
            return Hold.Near([.. steps.Select(step => Rate(b, alone, start, step))], [.. steps.Select(step => Rate(b, chain, start, step))]);
        }),
        new("warmup: lr(steps + t) = s(t)", LawKind.Exact, s => Any(s) && s is WarmUp, (b, s) =>
        {
            var warm = (WarmUp)s;
            double start = Start(b);
            long[] steps = [.. Steps(b, warm.Schedule)];
            return Hold.Same([.. steps.Select(step => (Approx)b.Rate(warm.Schedule, start, step))],
                [.. steps.Select(step => (Approx)b.Rate(warm, start, warm.Steps + step))]);
        }),
        new("warmup: lr(t + 1) − lr(t) = (1 − start_factor)·s(0)/steps", LawKind.Bounded, s => Any(s) && s is WarmUp, (b, s) =>
        {
            var warm = (WarmUp)s;
            double start = Start(b), first = b.Rate(warm.Schedule, start, 0);
            int step = b.Index(warm.Steps);
            Approx part = Rate(b, warm, start, step + 1) - Rate(b, warm, start, step);
            return Hold.Near(first * (1 - (Approx)warm.StartFactor), warm.Steps * part);
        }),
        new("sequential_lr: lr(milestone + t) = s(t) for the last schedule s", LawKind.Exact,
            s => Any(s) && s is Sequential { Milestones.IsEmpty: false }, (b, s) =>
        {
            var sequence = (Sequential)s;
            ScheduleSpec last = sequence.Schedules[^1];
            double start = Start(b);
            long[] steps = [.. Steps(b, last)];
            return Hold.Same([.. steps.Select(step => (Approx)b.Rate(last, start, step))],
                [.. steps.Select(step => (Approx)b.Rate(sequence, start, sequence.Milestones[^1] + step))]);
        }),
        new("cosine_annealing_lr: lr(t) + lr(T_max − t) = base_lr + eta_min", LawKind.Bounded, s => s is CosineAnnealing, (b, s) =>
        {
            var cosine = (CosineAnnealing)s;
            double start = Start(b);
            int step = b.Index(cosine.Period + 1);
            return Hold.Near((Approx)start + cosine.Minimum, Rate(b, cosine, start, step) + Rate(b, cosine, start, cosine.Period - step));
        }),
        new("warm restarts, T_mult = 1: lr(t + T_0) = lr(t), bit for bit", LawKind.Exact, s => s is CosineWarmRestarts { Growth: 1 }, (b, s) =>
        {
            var cosine = (CosineWarmRestarts)s;
            double start = Start(b);
            long[] steps = [.. Steps(b, cosine)];
            return Hold.Same([.. steps.Select(step => (Approx)b.Rate(cosine, start, step))],
                [.. steps.Select(step => (Approx)b.Rate(cosine, start, step + cosine.FirstPeriod))]);
        }),
        new("step_lr = multi_step_lr with milestones k·step_size", LawKind.Exact, s => s is Step { StepSize: < 1000 }, (b, s) =>
        {
            var stairs = (Step)s;
            double start = Start(b);
            var milestones = new MultiStep([.. Enumerable.Range(1, 40).Select(i => i * stairs.StepSize)], stairs.Gamma);
            long[] steps = [.. Enumerable.Range(0, b.Size).Select(_ => (long)b.Index(40 * stairs.StepSize))];
            return Hold.Same([.. steps.Select(step => (Approx)b.Rate(milestones, start, step))],
                [.. steps.Select(step => (Approx)b.Rate(stairs, start, step))]);
        }),
        new("cyclic_lr: base_lr ≤ lr(t) ≤ max_lr; one_cycle_lr: 0 ≤ lr(t) ≤ max_lr", LawKind.Bounded,
            s => s is Cyclic { Gamma: <= 1, Scale: null } or OneCycle, (b, s) =>
        {
            (double low, double high) = s is Cyclic cyclic ? (cyclic.BaseRate, cyclic.MaximumRate) : (0, ((OneCycle)s).MaximumRate);
            Approx[] rates = [.. Steps(b, (ScheduleSpec)s).Select(step => Rate(b, (ScheduleSpec)s, 1, step))];
            return Hold.AtMost([.. rates.Select(_ => (Approx)low)], rates) ?? Hold.AtMost(rates, [.. rates.Select(_ => (Approx)high)]);
        }),
    ];

    static double Start(LawContext bench) => bench.Numbers(1, 0, 1)[0];

    // The enclosure also contains the exact rate, so its width bounds the error.
    internal static Approx Rate(LawContext bench, ScheduleSpec schedule, double start, long step) =>
        new(bench.Rate(schedule, start, step), Approx.Within(Definition.Rate<Enclosure<double>>(schedule, start, step)).Slack);

    // All early steps, and a few far beyond the end of schedules that continue; other schedules are not defined from their last step on.
    static IEnumerable<long> Steps(LawContext bench, ScheduleSpec schedule) => Enumerable.Range(0, 3 * bench.Size + 1)
        .Concat(Enumerable.Range(0, Math.Min(5, bench.Size)).Select(_ => bench.Index(1000)))
        .Select(step => (long)step).Where(step => !(step >= schedule.Last));

    // Both enclosures contain the exact rate, so two results differ by at most the sum of both widths.
    static string? Enclosed(LawContext bench, ScheduleSpec schedule)
    {
        double start = Start(bench);
        int steps = (int)Math.Min(3 * bench.Size, schedule.Last ?? int.MaxValue);
        foreach ((int step, Enclosure<double> way) in Definition.Rates<Enclosure<double>>(schedule, start).Take(steps + 1).Index())
        {
            // The closed form of a chain evaluates all previous steps, so later steps are sampled.
            if (step > 12 && bench.Index(4) > 0)
                continue;
            Enclosure<double> ours = Definition.Rate<Enclosure<double>>(schedule, start, step);
            double rate = bench.Rate(schedule, start, step), width = Math.BitIncrement(ours.Hi - ours.Lo);
            if (!ours.Contains(rate) || rate < Math.BitDecrement(way.Lo - width) || rate > Math.BitIncrement(way.Hi + width))
                return FormattableString.Invariant(
                    $"the rate after {step} steps from {start:R} must lie in both enclosures: expected {ours} and {way}, got {rate:R}.");
        }
        return null;
    }

    static string? Momentum(LawContext bench, ScheduleSpec schedule)
    {
        for (int step = 0; step <= Math.Min(3 * bench.Size, schedule.Last ?? int.MaxValue); step++)
        {
            Enclosure<double> formula = Definition.Momentum<Enclosure<double>>(schedule, step);
            if (bench.Momentum(schedule, step) is not { } momentum || !formula.Contains(momentum))
                return FormattableString.Invariant(
                    $"the momentum after {step} steps must lie in its enclosure: expected {formula}, got {bench.Momentum(schedule, step):R}.");
        }
        return null;
    }
}

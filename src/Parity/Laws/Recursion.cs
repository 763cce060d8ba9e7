using ParityNet.Schedules;

namespace ParityNet.Parity.Laws;

/// <summary>PyTorch's way to a rate: each from the one before. In intervals it holds every rounding of the way, and the exact rate.</summary>
static class Recursion
{
    /// <summary>Whether the recursion of a schedule is written down here.</summary>
    public static bool Has(OpSpec spec) => spec is Constant or Exponential or Step or Linear or CosineAnnealing;

    /// <summary>The rates after 0, 1, … steps.</summary>
    public static IEnumerable<Interval> Of(ScheduleSpec schedule, double start)
    {
        Interval rate = start;
        for (long step = 0; ; step++)
        {
            rate = Next(schedule, start, rate, step);
            yield return rate;
        }
    }

    /// <summary>The closed form with its own roundings.</summary>
    public static Interval ClosedForm(ScheduleSpec schedule, double start, long step) => schedule switch
    {
        Constant s => step < s.TotalIterations ? (Interval)start * s.Factor : start,
        Exponential s => start * Interval.Pow(s.Gamma, step),
        Step s => start * Interval.Pow(s.Gamma, step / s.StepSize),
        Linear s => start * (s.StartFactor + ((Interval)s.EndFactor - s.StartFactor) * Math.Min(step, s.TotalIterations) / s.TotalIterations),
        CosineAnnealing s => s.Minimum + ((Interval)start - s.Minimum) * (1 + Interval.CosOfPi(step, s.Period)) / 2,
        _ => throw new NotSupportedException($"{schedule.Name} must have its closed form here: expected a line, got none."),
    };

    static Interval Next(ScheduleSpec schedule, double start, Interval rate, long step) => schedule switch
    {
        Constant s => step == 0 ? Constantly(s, start) : step == s.TotalIterations ? rate * (1 / (Interval)s.Factor) : rate,
        Exponential s => step == 0 ? rate : rate * s.Gamma,
        Step s => step == 0 || step % s.StepSize != 0 ? rate : rate * s.Gamma,
        Linear s => step == 0 ? rate * s.StartFactor : step > s.TotalIterations ? rate : rate * Growth(s, step),
        CosineAnnealing s => step == 0 ? rate : Cosine(s, start, rate, step),
        _ => throw new NotSupportedException($"{schedule.Name} must have its recursion here: expected a line, got none."),
    };

    // For no iterations at all PyTorch's recursion scales for ever, against its own closed form; the closed form is meant.
    static Interval Constantly(Constant s, double start) => s.TotalIterations == 0 ? start : (Interval)start * s.Factor;

    static Interval Growth(Linear s, long step)
    {
        Interval rise = (Interval)s.EndFactor - s.StartFactor;
        return 1 + rise / (s.TotalIterations * (Interval)s.StartFactor + (step - 1) * rise);
    }

    static Interval Cosine(CosineAnnealing s, double start, Interval rate, long step) => (step - 1 - s.Period) % (2 * s.Period) == 0
        ? rate + ((Interval)start - s.Minimum) * (1 - Interval.CosOfPi(1, s.Period)) / 2
        : (1 + Interval.CosOfPi(step, s.Period)) / (1 + Interval.CosOfPi(step - 1, s.Period)) * (rate - s.Minimum) + s.Minimum;
}

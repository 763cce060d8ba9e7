using ParityNet.Parity.Planted;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Mistakes that any schedule may have.</summary>
static class ScheduleHypotheses
{
    /// <summary>The hypotheses about schedules.</summary>
    public static IEnumerable<Hypothesis> All =>
    [
        Of("it is one step early: step t has the rate of t + 1", (rate, start, step) => rate(start, step + 1)),
        Of("it is one step late: step t has the rate of t − 1", (rate, start, step) => rate(start, Math.Max(0, step - 1))),
        Of("it gives the factor, not the rate: the learning rate is left out", (rate, start, step) => rate(start, step) / start),
        Of("it is multiplied by the learning rate twice", (rate, start, step) => rate(start, step) * start),
        Of("it stays at the first rate", (rate, start, _) => rate(start, 0)),
        Times("it is twice as large", 2), Times("it is half as large", 0.5), Times("it is negated", -1),
    ];

    /// <summary>The hypothesis that every rate is multiplied by a number.</summary>
    public static Hypothesis Times(string name, double factor) => Of(name, (rate, start, step) => factor * rate(start, step));

    static Hypothesis Of(string name, Func<Func<double, long, double>, double, long, double> rate) =>
        new(HypothesisKind.General, name, right => new OtherSchedule(right, rate));
}

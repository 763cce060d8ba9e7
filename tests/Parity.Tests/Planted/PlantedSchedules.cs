using System.Collections.Immutable;
using ParityNet.Parity.Laws;
using ParityNet.Schedules;

namespace ParityNet.Parity.Tests.Planted;

/// <summary>Mistakes of schedules.</summary>
static class PlantedSchedules
{
    public static ImmutableArray<PlantedError> All { get; } =
    [
        Of<Exponential>("one step early: γ^(t+1)", "exponential_lr", (s, start, step) => start * Math.Pow(s.Gamma, step + 1)),
        Of<Step>("one step late", "step_lr", (s, start, step) => start * Math.Pow(s.Gamma, Math.Max(0, step - 1) / s.StepSize)),
        Of<Constant>("one iteration too many", "constant_lr", (s, start, step) => step <= s.TotalIterations ? start * s.Factor : start),
        Of<Linear>("goes on after its end", "linear_lr", (s, start, step) => start * (s.StartFactor + (s.EndFactor - s.StartFactor) * step / s.TotalIterations)),
        Of<CosineAnnealing>("without the 1 + before the cosine", "cosine_annealing_lr", (s, start, step) => s.Minimum + (start - s.Minimum) * Math.Cos(Math.PI * step / s.Period)),
        new("counts its own calls", "exponential_lr", right => new Counting(right)),
    ];

    static PlantedError Of<TSpec>(string name, string op, Func<TSpec, double, long, double> rate) where TSpec : ScheduleSpec =>
        new(name, op, right => new OtherRate(right, (spec, start, step) => spec is TSpec own ? rate(own, start, step) : spec.Rate(start, step)));

    sealed class OtherRate(IBackend right, Func<ScheduleSpec, double, long, double> rate) : AlteredBackend(right), IOwnSchedules
    {
        public double Rate(ScheduleSpec spec, double learningRate, long step) => rate(spec, learningRate, step);
    }

    sealed class Counting(IBackend right) : AlteredBackend(right), IOwnSchedules
    {
        long calls = -1;

        public double Rate(ScheduleSpec spec, double learningRate, long step) => spec.Rate(learningRate, Interlocked.Increment(ref calls));
    }
}

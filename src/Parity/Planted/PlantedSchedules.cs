using System.Collections.Immutable;
using ParityNet.Optimizers;
using ParityNet.Parity.Laws;
using ParityNet.Schedules;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes of schedules, those of other systems among them.</summary>
static class PlantedSchedules
{
    public static ImmutableArray<PlantedError> All { get; } =
    [
        Of<Exponential>("one step early: γ^(t+1)", "exponential_lr", (s, start, step) => start * Math.Pow(s.Gamma, step + 1)),
        Of<Step>("one step late", "step_lr", (s, start, step) => start * Math.Pow(s.Gamma, Math.Max(0, step - 1) / s.StepSize))
            .After(Published.CppStep),
        Of<MultiStep>("milestones listed twice count once", "multi_step_lr", (s, start, step) =>
            start * Math.Pow(s.Gamma, s.Milestones.Distinct().Count(m => m <= step))).After(Published.SharpSchedules),
        Of<MultiStep>("a milestone counts one step late", "multi_step_lr", (s, start, step) =>
            start * Math.Pow(s.Gamma, s.Milestones.Count(m => m < step))),
        Of<MultiStep>("half of its distance", "step_lr", (s, start, step) => start * Math.Pow(s.Gamma, s.Milestones.Count(m => m <= step) / 2)),
        Of<Constant>("one iteration too many", "constant_lr", (s, start, step) => step <= s.TotalIterations ? start * s.Factor : start),
        Of<Constant>("never ends", "constant_lr", (s, start, _) => start * s.Factor),
        Of<Linear>("goes on after its end", "linear_lr", (s, start, step) =>
            start * (s.StartFactor + (s.EndFactor - s.StartFactor) * step / s.TotalIterations)),
        Of<Linear>("S-3: brackets at the wrong position", "linear_lr", TorchSharpLinear).After(Published.SharpSchedules),
        Of<Polynomial>("the power is a whole number", "polynomial_lr", (s, start, step) =>
            start * Math.Pow(1 - (double)Math.Min(step, s.TotalIterations) / s.TotalIterations, Math.Floor(s.Power))).After(Published.SharpSchedules),
        Of<Polynomial>("ends at 0 all the same", "polynomial_lr", (s, start, step) => (s with { EndRate = 0 }).Rate(start, step)),
        Of<Polynomial>("comes back after its end", "polynomial_lr", (s, start, step) =>
            start * Math.Pow(Math.Abs(1 - (double)step / s.TotalIterations), s.Power)),
        Of<CosineAnnealing>("without the 1 + before the cosine", "cosine_annealing_lr", (s, start, step) => s.Minimum + (start - s.Minimum)
            * Math.Cos(Math.PI * step / s.Period)),
        Of<CosineAnnealing>("a period of T instead of 2T", "cosine_annealing_lr", (s, start, step) => s.Minimum + (start - s.Minimum)
            * (1 + Math.Cos(2 * Math.PI * step / s.Period)) / 2),
        Of<CosineAnnealing>("starts anew at T", "cosine_annealing_lr", (s, start, step) => s.Minimum + (start - s.Minimum)
            * (1 + Math.Cos(Math.PI * (step % s.Period) / s.Period)) / 2),
        Of<CosineWarmRestarts>("periods do not grow", "cosine_annealing_warm_restarts", (s, start, step) =>
            (s with { Growth = 1 }).Rate(start, step)),
        Of<CosineWarmRestarts>("restarts one step late", "cosine_annealing_warm_restarts", (s, start, step) =>
            (s with { FirstPeriod = s.FirstPeriod + 1 }).Rate(start, step)),
        Of<Lambda>("S-4: starts from another rate than the optimizer's", "lambda_lr", (s, _, step) => 0.3 * s.Factor.At(step))
            .After(Published.SharpSchedules),
        Of<Lambda>("one step late", "lambda_lr", (s, start, step) => start * s.Factor.At(Math.Max(0, step - 1))),
        Of<Multiplicative>("the factor of step 0 takes part", "multiplicative_lr", (s, start, step) => s.Rate(start * s.Factor.At(0), step)),
        Of<Multiplicative>("one factor instead of their product", "multiplicative_lr", (s, start, step) => step == 0 ? start
            : start * s.Factor.At(step)),
        Of<Cyclic>("S-1b: exp_range counts cycles", "cyclic_lr", (s, start, step) => s.Mode != CyclicMode.ExpRange ? s.Rate(start, step)
            : s.BaseRate + ((s with { Mode = CyclicMode.Triangular }).Rate(start, step) - s.BaseRate) * Math.Pow(s.Gamma, 1 + step / s.Period))
                .After(Published.SharpSchedules),
        Of<Cyclic>("halves the first cycle too", "cyclic_lr", (s, start, step) => s.Mode == CyclicMode.Triangular2
            ? (s.Rate(start, step) + s.BaseRate) / 2 : s.Rate(start, step)),
        Of<Cyclic>("goes down as fast as up", "cyclic_lr", (s, start, step) => (s with { StepsDown = null }).Rate(start, step)),
        Of<Cyclic>("adds the largest rate", "cyclic_lr", (s, start, step) => s.Rate(start, step) + (s.Rate(start, step) - s.BaseRate)),
        new PlantedError("S-1a: momentum goes up with the rate", "cyclic_lr", right =>
            new OtherMomentum(right, (spec, step) => spec is Cyclic { CycleMomentum: true } s ? 2 * s.MaximumMomentum - s.Momentum(step)
            : spec.Momentum(step))).After(Published.SharpSchedules),
        new("momentum is left alone", "one_cycle_lr", right => new OtherMomentum(right, (spec, _) => spec is OneCycle s ? s.MaximumMomentum : null)),
        Of<OneCycle>("S-2: the second group never leaves its first phase", "one_cycle_lr", (s, _, step) =>
            Cosine(s.MaximumRate / s.DivFactor, s.MaximumRate, step / (s.WarmupFraction * s.Steps - 1))).After(Published.SharpSchedules),
        Of<OneCycle>("one step longer: the top at pT", "one_cycle_lr", (s, start, step) =>
            new OneCycle(s.MaximumRate, s.Steps + 1, WarmupFraction: s.WarmupFraction, Anneal: s.Anneal, DivFactor: s.DivFactor,
            FinalDivFactor: s.FinalDivFactor, ThreePhases: s.ThreePhases).Rate(start, step)),
        Of<OneCycle>("divides the largest rate for the last one", "one_cycle_lr", (s, start, step) =>
            (s with { FinalDivFactor = s.FinalDivFactor / s.DivFactor }).Rate(start, step)),
        Of<OneCycle>("rises for ever", "one_cycle_lr", (s, _, step) => s.MaximumRate * (1 + step) / s.Steps * 2),
        Of<Swa>("a cosine that starts at its end", "swa_lr", (s, start, step) => s.Anneal == Anneal.Cos ? s.FinalRate + start - s.Rate(start, step)
            : s.Rate(start, step)),
        Of<Swa>("one step early", "swa_lr", (s, start, step) => s.Rate(start, step + 1)),
        Of<Noam>("counts from 2", "noam", (s, start, step) => s.Rate(start, step + 1)),
        Of<Noam>("multiplies by the root of the width", "noam", (s, start, step) => s.Rate(start, step) * s.ModelSize),
        Of<InverseSqrt>("falls without the root of the warm-up", "inverse_sqrt", (s, start, step) => step < s.WarmUpSteps ? s.Rate(start, step)
            : start / Math.Sqrt(step)),
        Of<InverseTimeDecay>("no staircase", "inverse_time_decay", (s, start, step) => (s with { Staircase = false }).Rate(start, step)),
        Of<InverseTimeDecay>("falls exponentially", "inverse_time_decay", (s, start, step) =>
            start * Math.Pow(s.DecayRate, (double)step / s.DecaySteps)),
        Of<WarmUp>("the schedule has gone on meanwhile", "warmup", (s, start, step) => step < s.Steps ? s.Rate(start, step)
            : s.Schedule.Rate(start, Math.Min(step, (s.Schedule.Last ?? step + 1) - 1))),
        Of<WarmUp>("rises to the optimizer's rate", "warmup", (s, start, step) => step < s.Steps
            ? start * (s.StartFactor + (1 - s.StartFactor) * step / s.Steps) : s.Rate(start, step)),
        Of<WarmUp>("stands still", "warmup", (s, start, step) => s.Rate(start, step < s.Steps ? 0 : step)),
        Of<Sequential>("the next schedule has gone on meanwhile", "sequential_lr", (s, start, step) =>
            s.Schedules[s.Milestones.Count(m => m <= step)].Rate(start, step)),
        Of<Sequential>("the first rate is that of all schedules, as in PyTorch before 1.13", "sequential_lr", (s, start, step) => step > 0
            ? s.Rate(start, step) : new Chained(s.Schedules).Rate(start, 0)),
        Of<Chained>("in a chain, stops one step before its end", "polynomial_lr", (s, start, step) => s.Schedules is [Polynomial own]
            ? own.Rate(start, Math.Min(step, own.TotalIterations - 1)) : s.Rate(start, step)),
        Of<Chained>("the last schedule alone", "chained_scheduler", (s, start, step) => s.Schedules[^1].Rate(start, step)),
        new("groups keep their proportions", "cosine_annealing_lr", right => new OtherGroups(right)),
        new("groups keep their proportions", "swa_lr", right => new OtherGroups(right)),
        Of<Cyclic>("the first cycle has the height of number 0", "cyclic_lr", (s, start, step) => s.Scale is { } scale
            && s.ScaleMode == CyclicScale.Cycle
            ? (s with { Scale = new(cycle => scale.At(cycle - 1)) }).Rate(start, step) : s.Rate(start, step)),
        Of<Cyclic>("the height of one's own counts cycles always", "cyclic_lr", (s, start, step) =>
            (s with { ScaleMode = CyclicScale.Cycle }).Rate(start, step)),
        Of<Constant>("ends at once without iterations, as PyTorch's closed form", "constant_lr", (s, start, step) => s.TotalIterations == 0 ? start
            : s.Rate(start, step)),
        Of<Linear>("is at its end without iterations", "linear_lr", (s, start, step) => s.TotalIterations == 0 ? start * s.EndFactor
            : s.Rate(start, step)),
        new("counts its own calls", "exponential_lr", right => new Counting(right)),
    ];

    // lr·(1 + (e − s))/(n·s + (t − 1)(e − s)), by the step before.
    static double TorchSharpLinear(Linear s, double start, long step)
    {
        double rate = start * s.StartFactor, rise = s.EndFactor - s.StartFactor;
        for (long t = 1; t <= Math.Min(step, s.TotalIterations); t++)
            rate = rate * (1 + rise) / (s.TotalIterations * s.StartFactor + (t - 1) * rise);
        return rate;
    }

    static double Cosine(double start, double end, double share) => end + (start - end) / 2 * (Math.Cos(Math.PI * share) + 1);

    static PlantedError Of<TSpec>(string name, string op, Func<TSpec, double, long, double> rate) where TSpec : ScheduleSpec =>
        new(name, op, right => new OtherRate(right, (spec, start, step) => spec is TSpec own ? rate(own, start, step) : spec.Rate(start, step)));

    sealed class OtherRate(IBackend right, Func<ScheduleSpec, double, long, double> rate) : AlteredBackend(right), IOwnSchedules
    {
        public double Rate(ScheduleSpec spec, double learningRate, long step) => rate(spec, learningRate, step);
    }

    sealed class OtherGroups(IBackend right) : AlteredBackend(right), IOwnSchedules
    {
        public OptimizerSpec Apply(ScheduleSpec spec, OptimizerSpec optimizer, long step) =>
            optimizer with { LearningRate = spec.Rate(optimizer.LearningRate, step) };
    }

    sealed class OtherMomentum(IBackend right, Func<ScheduleSpec, long, double?> momentum) : AlteredBackend(right), IOwnSchedules
    {
        public double? Momentum(ScheduleSpec spec, long step) => momentum(spec, step);
    }

    sealed class Counting(IBackend right) : AlteredBackend(right), IOwnSchedules
    {
        long calls = -1;

        public double Rate(ScheduleSpec spec, double learningRate, long step) => spec.Rate(learningRate, Interlocked.Increment(ref calls));
    }
}

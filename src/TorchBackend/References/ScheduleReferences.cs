using ParityNet.References;
using ParityNet.Schedules;
using static ParityNet.Torch.References.CalledSchedule;
using Lr = TorchSharp.torch.optim.lr_scheduler;
using Scheduler = TorchSharp.torch.optim.lr_scheduler.LRScheduler;

namespace ParityNet.Torch.References;

/// <summary>The schedulers of <c>torch.optim.lr_scheduler</c>, with options and without.</summary>
static class ScheduleReferences
{
    const string Name = "torch.optim.lr_scheduler.";

    public static IEnumerable<Reference> All =>
    [
        Of<Step>(Name + "StepLR", s => Made(s)),
        Plain(Name + "StepLR", new Step(3), o => Lr.StepLR(o, 3)),
        Of<MultiStep>(Name + "MultiStepLR", s => Made(s)),
        Plain(Name + "MultiStepLR", new MultiStep([2, 5]), o => Lr.MultiStepLR(o, [2, 5])),
        Of<Constant>(Name + "ConstantLR", s => Made(s)),
        Plain(Name + "ConstantLR", new Constant(), o => Lr.ConstantLR(o)),
        Of<Schedules.Linear>(Name + "LinearLR", s => Made(s)),
        Plain(Name + "LinearLR", new Schedules.Linear(), o => Lr.LinearLR(o)),
        Of<Exponential>(Name + "ExponentialLR", s => Made(s)),
        Of<CosineAnnealing>(Name + "CosineAnnealingLR", s => Made(s)),
        Plain(Name + "CosineAnnealingLR", new CosineAnnealing(4), o => Lr.CosineAnnealingLR(o, 4)),
        Of<Polynomial>(Name + "PolynomialLR", s => s.EndRate == 0 ? Made(s) : null),
        Plain(Name + "PolynomialLR", new Polynomial(), o => Lr.PolynomialLR(o)),
        Of<Lambda>(Name + "LambdaLR", s => Made(s)),
        Of<Multiplicative>(Name + "MultiplicativeLR", s => Made(s)),
        Of<Lambda>("new torch.optim.lr_scheduler.impl.LambdaLR",
            s => o => new Lr.impl.LambdaLR(o, Each<Func<int, double>>(o, step => s.Factor.At(step)))),
        Of<Multiplicative>("new torch.optim.lr_scheduler.impl.MultiplicativeLR",
            s => o => new Lr.impl.MultiplicativeLR(o, Each<Func<int, double>>(o, step => s.Factor.At(step)))),
        Of<Cyclic>(Name + "CyclicLR", s => Made(s)),
        Of<Cyclic>(Name + "CyclicLR(lists)",
            s => o => Lr.CyclicLR(o, Each(o, s.BaseRate), Each(o, s.MaximumRate), s.StepsUp, s.StepsDown ?? -1, Of(s.Mode), s.Gamma,
            ScaleOf(s), ModeOf(s), s.CycleMomentum, Each(o, s.BaseMomentum), Each(o, s.MaximumMomentum))),
        Plain(Name + "CyclicLR", new Cyclic(0.01, 0.1), o => Lr.CyclicLR(o, 0.01, 0.1)),
        Of<OneCycle>(Name + "OneCycleLR", s => Made(s)),
        Of<OneCycle>(Name + "OneCycleLR(lists)",
            s => o => Lr.OneCycleLR(o, Each(o, s.MaximumRate), s.TotalSteps ?? -1, s.Epochs ?? -1, s.StepsPerEpoch ?? -1, s.WarmupFraction,
            AnnealOf(s),
            s.CycleMomentum, Each(o, s.BaseMomentum), Each(o, s.MaximumMomentum), s.DivFactor, s.FinalDivFactor, s.ThreePhases)),
        Plain(Name + "OneCycleLR", new OneCycle(0.1, 10), o => Lr.OneCycleLR(o, 0.1, 10)),
        Of<Chained>(Name + "ChainedLR", s => Made(s)),
        Of<Sequential>(Name + "SequentialLR", s => Made(s)),
        Of<ReduceOnPlateau>(Name + "ReduceLROnPlateau", s => Made(s)),
        Plain(Name + "ReduceLROnPlateau", new ReduceOnPlateau(), o => Lr.ReduceLROnPlateau(o)),
    ];

    static Func<torch.optim.Optimizer, Scheduler>? Made(ScheduleSpec spec) => spec switch
    {
        Step s => o => Lr.StepLR(o, s.StepSize, s.Gamma),
        MultiStep s => o => Lr.MultiStepLR(o, [.. s.Milestones], s.Gamma),
        Constant s => o => Lr.ConstantLR(o, s.Factor, s.TotalIterations),
        Schedules.Linear s => o => Lr.LinearLR(o, s.StartFactor, s.EndFactor, s.TotalIterations),
        Exponential s => o => Lr.ExponentialLR(o, s.Gamma),
        CosineAnnealing s => o => Lr.CosineAnnealingLR(o, s.Period, s.Minimum),
        Polynomial s => o => Lr.PolynomialLR(o, s.TotalIterations, s.Power),
        Lambda s => o => Lr.LambdaLR(o, step => s.Factor.At(step)),
        // The first call of the function is for step 1 on both sides.
        Multiplicative s => o => Lr.MultiplicativeLR(o, step => s.Factor.At(step)),
        Cyclic s => o => Lr.CyclicLR(o, s.BaseRate, s.MaximumRate, s.StepsUp, s.StepsDown ?? -1, Of(s.Mode), s.Gamma,
            ScaleOf(s), ModeOf(s),
            s.CycleMomentum, s.BaseMomentum, s.MaximumMomentum),
        OneCycle s => o => Lr.OneCycleLR(o, s.MaximumRate, s.TotalSteps ?? -1, s.Epochs ?? -1, s.StepsPerEpoch ?? -1, s.WarmupFraction,
            AnnealOf(s), s.CycleMomentum, s.BaseMomentum, s.MaximumMomentum, s.DivFactor, s.FinalDivFactor, s.ThreePhases),
        ReduceOnPlateau s => o => Lr.ReduceLROnPlateau(o, s.Mode == PlateauMode.Min ? "min" : "max", s.Factor, s.Patience, s.Threshold,
            s.ThresholdMode == ThresholdMode.Rel ? "rel" : "abs", s.Cooldown, [s.MinimumRate], s.Epsilon),
        Chained s => Parts(s.Schedules) is { } parts ? o => Lr.ChainedLR([.. parts.Select(part => part(o))]) : null,
        Sequential s => Parts(s.Schedules) is { } parts ? o => Lr.SequentialLR(o, [.. parts.Select(part => part(o))], s.Milestones) : null,
        _ => null,
    };

    // Schedules that our own Sequential and Chained run differently, as documented there, are left out.
    static Func<torch.optim.Optimizer, Scheduler>[]? Parts(IReadOnlyList<ScheduleSpec> specs)
    {
        Func<torch.optim.Optimizer, Scheduler>[] parts = [.. specs
            .Where(s => s is not (Cyclic or OneCycle or Multiplicative or Chained or Sequential or ReduceOnPlateau)).Select(Made)
                .OfType<Func<torch.optim.Optimizer, Scheduler>>()];
        return parts.Length == specs.Count ? parts : null;
    }

    static T[] Each<T>(torch.optim.Optimizer optimizer, T value) => [.. optimizer.ParamGroups.Select(_ => value)];

    static Func<double, double>? ScaleOf(Cyclic spec) => spec.Scale is { } scale ? x => scale.At((long)x) : null;

    static Lr.impl.CyclicLR.ScaleMode ModeOf(Cyclic spec) =>
        spec.ScaleMode == CyclicScale.Cycle ? Lr.impl.CyclicLR.ScaleMode.Cycle : Lr.impl.CyclicLR.ScaleMode.Iterations;

    static Lr.impl.OneCycleLR.AnnealStrategy AnnealOf(OneCycle spec) =>
        spec.Anneal == Anneal.Cos ? Lr.impl.OneCycleLR.AnnealStrategy.Cos : Lr.impl.OneCycleLR.AnnealStrategy.Linear;

    static Lr.impl.CyclicLR.Mode Of(CyclicMode mode) => mode switch
    {
        CyclicMode.Triangular => Lr.impl.CyclicLR.Mode.Triangular,
        CyclicMode.Triangular2 => Lr.impl.CyclicLR.Mode.Triangular2,
        _ => Lr.impl.CyclicLR.Mode.ExpRange,
    };
}

using ParityNet.References;
using ParityNet.Schedules;
using TorchSharp.Modules;

namespace ParityNet.Torch.References.Findings;

/// <summary>Schedulers of TorchSharp whose rates and momenta differ from PyTorch's.</summary>
static class ScheduleFindings
{
    const string Name = "torch.optim.lr_scheduler.";

    public static IEnumerable<ReferenceFinding> All => [.. Rates, .. ScheduleStates.All, .. ScheduleGroups.All];

    static IEnumerable<ReferenceFinding> Rates =>
    [
        new("cyclic-momentum-climbs", [Name + "CyclicLR", Name + "CyclicLR()", Name + "CyclicLR(lists)"],
            "Momentum goes up with the rate, to max_momentum + (max_momentum − base_momentum): the sign of the amplitude is wrong.",
                "Momentum falls to base_momentum where the rate is largest.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 0.5, momentum: 0.5);
                var scheduler = torch.optim.lr_scheduler.CyclicLR(optimizer, 0, 1, step_size_up: 1, base_momentum: 0.25, max_momentum: 0.5);
                scheduler.step();
                return new Seen(((SGD.ParamGroup)optimizer.ParamGroups.Single()).Momentum, 0.25);
            })
        { Covers = spec => spec is Cyclic { CycleMomentum: true } },
        new("cyclic-exp-range-by-cycle", [Name + "CyclicLR", Name + "CyclicLR(lists)"],
            "In ExpRange the factor is γ to the power of the cycle.", "In exp_range the factor is γ to the power of the iterations.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 0.5);
                var scheduler = torch.optim.lr_scheduler.CyclicLR(
                    optimizer, 0, 1, step_size_up: 2, mode: torch.optim.lr_scheduler.impl.CyclicLR.Mode.ExpRange, gamma: 0.5, cycle_momentum: false);
                scheduler.step();
                scheduler.step();
                return new Seen(optimizer.ParamGroups.Single().LearningRate, 0.25);
            })
        { Covers = spec => spec is Cyclic { Mode: CyclicMode.ExpRange, Scale: null } },
        new("cyclic-refuses-adam", [Name + "CyclicLR"],
            "Refuses to cycle the momentum of an optimizer with betas, which is what it does by default.", "Cycles β₁.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.Adam([p]);
                return new Seen(Refusal.Of(() => torch.optim.lr_scheduler.CyclicLR(optimizer, 0.25, 1)), false);
            })
        { Kind = FindingKind.Refuses },
        new("multi-step-repeated-milestones", [Name + "MultiStepLR"],
            "A milestone that is given twice counts once.", "A milestone that is given twice multiplies the rate by gamma twice.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                torch.optim.lr_scheduler.MultiStepLR(optimizer, [1, 1], gamma: 0.5).step();
                return new Seen(optimizer.ParamGroups.Single().LearningRate, 0.25);
            })
        { Covers = spec => spec is MultiStep s && s.Milestones.Distinct().Count() < s.Milestones.Length },
        new("one-cycle-second-group", [Name + "OneCycleLR", Name + "OneCycleLR()", Name + "OneCycleLR(lists)"],
            "The search for the phase asks for the last group, not for the last phase: the second group (with three phases the third) never " +
                "leaves the first phase.",
            "Every group goes through all phases.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var q = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([new SGD.ParamGroup([p]), new SGD.ParamGroup([q])], 0.5);
                var scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1, total_steps: 4, pct_start: 0.5,
                    anneal_strategy: torch.optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear);
                for (int step = 0; step < 3; step++)
                    scheduler.step();
                return new Seen(optimizer.ParamGroups.Last().LearningRate, optimizer.ParamGroups.First().LearningRate);
            })
        { Covers = ReferenceFinding.Everywhere },
        new("one-cycle-past-the-end", [Name + "OneCycleLR", Name + "OneCycleLR()", Name + "OneCycleLR(lists)"],
            "After total_steps steps rate and momentum are 0.", "The step after the last one still follows the curve.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 0.5, momentum: 0.5);
                var scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1, total_steps: 4);
                for (int step = 0; step < 4; step++)
                    scheduler.step();
                return new Seen(((SGD.ParamGroup)optimizer.ParamGroups.Single()).Momentum == 0, false);
            })
        { Covers = ReferenceFinding.Everywhere },
        new("resumed-schedule-steps",
            [Name + "ExponentialLR", Name + "MultiplicativeLR", Name + "LinearLR", Name + "PolynomialLR", Name + "CosineAnnealingLR"],
            "With last_epoch the scheduler steps the rate once more when it is made.",
                "With last_epoch the rate stays what it is until the next step.",
            () =>
            {
                string Resumed(Func<torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler> make)
                {
                    using var p = new Parameter(torch.zeros(1));
                    using var optimizer = torch.optim.SGD([p], 1);
                    make(optimizer);
                    return FormattableString.Invariant($"{optimizer.ParamGroups.Single().LearningRate:0.##}");
                }
                return new Seen(
                    string.Join(", ", Resumed(o => torch.optim.lr_scheduler.ExponentialLR(o, 0.5, last_epoch: 0)),
                    Resumed(o => torch.optim.lr_scheduler.MultiplicativeLR(o, step => 0.5, last_epoch: 0)),
                    Resumed(o => torch.optim.lr_scheduler.LinearLR(o, 0.5, last_epoch: 0)),
                        Resumed(o => torch.optim.lr_scheduler.PolynomialLR(o, 4, last_epoch: 0)),
                    Resumed(o => torch.optim.lr_scheduler.CosineAnnealingLR(o, 4, last_epoch: 0))), "1, 1, 1, 1, 1");
            }),
        new("one-cycle-initial-rate", [Name + "OneCycleLR", Name + "CyclicLR"],
            "The initial rate of a group stays that of the optimizer, so that a sequence starts from another rate.",
                "The initial rate of a group becomes that of the schedule: max_lr/div_factor, or base_lr.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1, momentum: 0.5);
                torch.optim.lr_scheduler.OneCycleLR(optimizer, 1, total_steps: 4, div_factor: 4);
                return new Seen(optimizer.ParamGroups.Single().InitialLearningRate, 0.25);
            })
        { Kind = FindingKind.State },
        new("scheduler-base-rates", [Name + "LRScheduler"],
            "The rate that a schedule starts from is the one with which the optimizer was made, though another has been set since.",
                "It is the rate of the group when its first scheduler is made.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                optimizer.ParamGroups.Single().LearningRate = 0.5;
                torch.optim.lr_scheduler.LambdaLR(optimizer, step => 1);
                return new Seen(optimizer.ParamGroups.Single().LearningRate, 0.5);
            }),
    ];
}

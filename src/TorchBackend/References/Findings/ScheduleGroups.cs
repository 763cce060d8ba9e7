using ParityNet.References;
using TorchSharp.Modules;
using Lr = TorchSharp.torch.optim.lr_scheduler;

namespace ParityNet.Torch.References.Findings;

/// <summary>Where TorchSharp's schedulers differ from PyTorch's in handling groups, lists and other schedulers.</summary>
static class ScheduleGroups
{
    const string Name = "torch.optim.lr_scheduler.";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("group-added-later",
            [Name + "StepLR", Name + "MultiStepLR", Name + "ExponentialLR", Name + "ConstantLR", Name + "LinearLR", Name + "PolynomialLR"],
            "A group that is added to the optimizer after the scheduler is created keeps its rate.", "The rates of all groups are scheduled.",
            () =>
            {
                string Added(Func<torch.optim.Optimizer, Lr.LRScheduler> make)
                {
                    using var p = new Parameter(torch.zeros(1));
                    using var q = new Parameter(torch.zeros(1));
                    using var optimizer = torch.optim.SGD([p], 1);
                    var scheduler = make(optimizer);
                    optimizer.add_param_group(new SGD.ParamGroup([q], 1));
                    scheduler.step();
                    return FormattableString.Invariant($"{optimizer.ParamGroups.Last().LearningRate:0.##}");
                }
                return new Seen(
                    string.Join(", ", Added(o => Lr.StepLR(o, 1, 0.5)), Added(o => Lr.MultiStepLR(o, [1], 0.5)), Added(o => Lr.ExponentialLR(o, 0.5)),
                    Added(o => Lr.ConstantLR(o, 0.5, 1)), Added(o => Lr.LinearLR(o, 0.5)), Added(o => Lr.PolynomialLR(o, 4))),
                        "0.5, 0.5, 0.5, 2, 1.2, 0.75");
            }),
        new("sequence-in-a-sequence", [Name + "SequentialLR"],
            "The schedulers of an inner sequence are not reset when the outer one begins, so that the first rate misses their first step.",
            "The schedulers of inner sequences are reset too.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                var inner = Lr.SequentialLR(optimizer, [Lr.ConstantLR(optimizer, 0.5, 9), Lr.ConstantLR(optimizer, 0.25, 9)], [2]);
                Lr.SequentialLR(optimizer, [inner, Lr.ConstantLR(optimizer, 0.25, 9)], [4]);
                return new Seen(optimizer.ParamGroups.Single().LearningRate, 0.5);
            }),
        new("chain-read-at-each-step", [Name + "ChainedLR"],
            "The sequence of schedulers is kept and read again at each step: a query that makes them makes new ones, each in its first step.",
            "The schedulers are those that were given.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                var chained = Lr.ChainedLR(new[] { 2 }.Select(size => Lr.StepLR(optimizer, size, gamma: 0.5)));
                chained.step();
                chained.step();
                return new Seen(optimizer.ParamGroups.Single().LearningRate, 0.5);
            })
        { Kind = FindingKind.State },
        new("milestones-shared", [Name + "MultiStepLR"],
            "The list of milestones is kept by reference: later changes to it move the milestones.", "The milestones are those that were given.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                List<int> milestones = [1];
                var scheduler = Lr.MultiStepLR(optimizer, milestones, gamma: 0.5);
                milestones[0] = 9;
                scheduler.step();
                return new Seen(optimizer.ParamGroups.Single().LearningRate, 0.5);
            })
        { Kind = FindingKind.State },
        new("plateau-whole-metric", [Name + "ReduceLROnPlateau"],
            "A metric that is an int is taken for an epoch, and refused: step(1) is another overload than step(1.0).", "A metric is any number.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                var scheduler = Lr.ReduceLROnPlateau(optimizer);
                return new Seen(Refusal.Of(() => scheduler.step(1)), false);
            })
        { Kind = FindingKind.Refuses },
        new("lists-longer-than-groups", [Name + "OneCycleLR", Name + "LambdaLR", Name + "MultiplicativeLR"],
            "Lists of rates or functions that are longer than the groups are accepted.", "Refuses lists of another length than the groups.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1, momentum: 0.5);
                return new Seen(Refusal.Of(() => Lr.OneCycleLR(optimizer, [1.0, 1.0], total_steps: 4))
                    && Refusal.Of(() => _ = new Lr.impl.LambdaLR(optimizer, [step => 1, step => 1])), true);
            })
        { Kind = FindingKind.Accepts },
        new("chain-of-what-cannot-step", [Name + "ChainedLR", Name + "SequentialLR"],
            "A chain of no schedulers is accepted, and so is ReduceLROnPlateau in a chain or a sequence, whose step then ends in an " +
                "InvalidOperationException.",
            "Refuses both when the chain is made.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                return new Seen(Refusal.Of(() => Lr.ChainedLR([])) && Refusal.Of(() => Lr.ChainedLR([Lr.ReduceLROnPlateau(optimizer)])), true);
            })
        { Kind = FindingKind.Accepts },
        new("resume-of-what-never-began", [Name + "LRScheduler"],
            "last_epoch is accepted for an optimizer that had no scheduler.",
                "Refuses: initial_lr is not specified in the groups when resuming an optimizer.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                return new Seen(Refusal.Of(() => Lr.StepLR(optimizer, 2, last_epoch: 3)), true);
            })
        { Kind = FindingKind.Accepts },
        new("lambda-lr-list", [Name + "LambdaLR", Name + "MultiplicativeLR"],
            "One function serves all groups: only the constructors in lr_scheduler.impl take a list.", "A list has a function for each group.",
            () => new Seen(Overloads.Take<IEnumerable<Func<int, double>>>(typeof(Lr), "LambdaLR", "lr_lambdas"), true))
        { Kind = FindingKind.Lacks },
        new("exponential-default-gamma", [Name + "ExponentialLR"], "gamma may be left out, and is 0.1.", "gamma must be given.",
            () => new Seen(Overloads.MayLeaveOut(typeof(Lr), "ExponentialLR", "gamma"), false))
        { Kind = FindingKind.Default },
    ];
}

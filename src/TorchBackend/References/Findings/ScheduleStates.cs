using ParityNet.References;
using ParityNet.Schedules;
using TorchSharp.Modules;

namespace ParityNet.Torch.References.Findings;

/// <summary>Where TorchSharp's schedulers differ from PyTorch's in what they report, accept and refuse.</summary>
static class ScheduleStates
{
    const string Name = "torch.optim.lr_scheduler.";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("plateau-last-rate", [Name + "ReduceLROnPlateau", Name + "ReduceLROnPlateau()"],
            "get_last_lr is never updated.", "get_last_lr gives the rates after the last step.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                var scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor: 0.5, patience: 0);
                scheduler.step(1.0);
                scheduler.step(1.0);
                return new Seen(scheduler.get_last_lr().Single(), 0.5);
            })
        { Kind = FindingKind.State, Covers = ReferenceFinding.Everywhere },
        new("chained-last-rate", [Name + "ChainedLR"],
            "get_last_lr gives null.", "get_last_lr gives the rates after the last step.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                var chained = torch.optim.lr_scheduler.ChainedLR([torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)]);
                chained.step();
                return new Seen(chained.get_last_lr()?.Single(), 0.5);
            })
        { Kind = FindingKind.State, Covers = ReferenceFinding.Everywhere },
        new("chained-in-sequence", [Name + "SequentialLR", Name + "ChainedLR"],
            "A chain in a sequence is refused as one of another optimizer: a chain stores none.", "A chain knows the optimizer of its schedulers.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                var chained = torch.optim.lr_scheduler.ChainedLR([torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)]);
                return new Seen(Refusal.Of(() => torch.optim.lr_scheduler.SequentialLR(optimizer, [chained], [])), false);
            })
        { Kind = FindingKind.Refuses },
        new("chained-two-optimizers", [Name + "ChainedLR"],
            "Schedulers of two optimizers are chained.", "Refuses schedulers of different optimizers.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var one = torch.optim.SGD([p], 1);
                using var other = torch.optim.SGD([p], 1);
                return new Seen(Refusal.Of(() => torch.optim.lr_scheduler.ChainedLR(
                    [torch.optim.lr_scheduler.ExponentialLR(one, 0.5), torch.optim.lr_scheduler.ExponentialLR(other, 0.5)])), true);
            })
        { Kind = FindingKind.Accepts },
        new("last-rate-changes", [Name + "LRScheduler"],
            "The list that get_last_lr returns changes with the next step.", "get_last_lr returns a list that does not change.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                var scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5);
                IEnumerable<double> first = scheduler.get_last_lr();
                scheduler.step();
                return new Seen(first.Single(), 1.0);
            })
        { Kind = FindingKind.State },
        new("sequence-overwrites-first", [Name + "SequentialLR"],
            "get_last_lr of the first scheduler follows the whole sequence, with which it shares its list.",
                "Each scheduler reports its own last rates.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                var first = torch.optim.lr_scheduler.ConstantLR(optimizer, 0.5, total_iters: 9);
                var sequence =
                    torch.optim.lr_scheduler.SequentialLR(optimizer, [first, torch.optim.lr_scheduler.ConstantLR(optimizer, 0.25, total_iters: 9)],
                    [1]);
                sequence.step();
                return new Seen(first.get_last_lr().Single(), 0.5);
            })
        { Kind = FindingKind.State },
        new("one-cycle-resume", [Name + "OneCycleLR"],
            "With last_epoch and cycled momentum it ends in a KeyNotFoundException.", "A cycle continues from last_epoch.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1, momentum: 0.5);
                return new Seen(Refusal.Of(() => torch.optim.lr_scheduler.OneCycleLR(optimizer, 1, total_steps: 4, last_epoch: 1)), false);
            })
        { Kind = FindingKind.Refuses },
        new("constant-and-linear-factors", [Name + "ConstantLR", Name + "LinearLR"],
            "Factors out of range are accepted; a start_factor of 0 then makes every later rate NaN.",
                "Refuses a factor out of 0..1, and a start_factor of 0.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                return new Seen(Refusal.Of(() => torch.optim.lr_scheduler.ConstantLR(optimizer, -1))
                    && Refusal.Of(() => torch.optim.lr_scheduler.LinearLR(optimizer, 0)), true);
            })
        { Kind = FindingKind.Accepts,
            Covers = spec => spec is Constant { Factor: not (> 0 and <= 1) } or Schedules.Linear { StartFactor: not (> 0 and <= 1) } },
        new("plateau-min-rates", [Name + "ReduceLROnPlateau"],
            "Another number of min_lr than there are groups is accepted.", "Refuses it.",
            () =>
            {
                using var p = new Parameter(torch.zeros(1));
                using var optimizer = torch.optim.SGD([p], 1);
                return new Seen(Refusal.Of(() => torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, min_lr: [0.25, 0.5])), true);
            })
        { Kind = FindingKind.Accepts },
        new("scheduler-state", [Name + "LRScheduler"],
            "A scheduler has no state_dict.", "state_dict and load_state_dict save a scheduler and bring it back.",
            () => new Seen(typeof(torch.optim.lr_scheduler.LRScheduler).GetMethod("state_dict") is not null, true))
        { Kind = FindingKind.Lacks },
    ];
}

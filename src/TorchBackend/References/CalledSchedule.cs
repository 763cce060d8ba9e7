using System.Collections.Immutable;
using ParityNet.References;
using ParityNet.Schedules;
using TorchSharp.Modules;
using Scheduler = TorchSharp.torch.optim.lr_scheduler.LRScheduler;

namespace ParityNet.Torch.References;

/// <summary>A scheduler of TorchSharp, called as its users call it, on SGD with momentum.</summary>
sealed class CalledSchedule(string member, Type specType, OpSpec? defaults, Func<ScheduleSpec, Func<torch.optim.Optimizer, Scheduler>?> make)
    : ScheduleReference(member, specType, defaults)
{
    const double Momentum = 0.5;

    public static CalledSchedule Of<TSpec>(string member, Func<TSpec, Func<torch.optim.Optimizer, Scheduler>?> make) where TSpec : ScheduleSpec =>
        new(member, typeof(TSpec), null, spec => make((TSpec)spec));

    public static CalledSchedule Plain(string member, ScheduleSpec defaults, Func<torch.optim.Optimizer, Scheduler> make) =>
        new($"{member}()", defaults.GetType(), defaults, _ => make);

    public override ImmutableArray<Pace>? Run(ScheduleSpec spec, ImmutableArray<double> rates, int steps, ImmutableArray<double> metrics)
    {
        if (!IsAbout(spec) || make(spec) is not { } making)
            return null;
        using DisposeScope scope = torch.NewDisposeScope();
        SGD.ParamGroup[] groups = [.. rates.Select(rate => new SGD.ParamGroup([new Parameter(torch.zeros(1))], rate, Momentum))];
        using SGD optimizer = torch.optim.SGD(groups, rates[0], Momentum);
        Scheduler scheduler = making(optimizer);
        var paces = ImmutableArray.CreateBuilder<Pace>();
        paces.Add(Now());
        for (int step = 0; step < steps; step++)
        {
            // For a scheduler that takes no metrics, step(metric) would bind to another overload.
            if (spec.TakesMetrics)
                scheduler.step(metrics[step]);
            else
                scheduler.step();
            paces.Add(Now());
        }
        return paces.ToImmutable();

        Pace Now() =>
            new([.. groups.Select(g => g.LearningRate)], scheduler.get_last_lr() is { } told ? [.. told] : default,
            [.. groups.Select(g => g.Momentum)]);
    }
}

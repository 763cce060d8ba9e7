using System.Collections.Immutable;
using System.Globalization;
using System.Numerics.Tensors;
using ParityNet.Definitions;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Laws;
using ParityNet.Schedules;

namespace ParityNet.Parity.Proving;

/// <summary>The rate of a schedule at one step.</summary>
sealed class ScheduleCase(ScheduleSpec spec, double start, long step) : Case<double>
{
    public override OpSpec Spec => spec;

    public override OpKind Kind => OpKind.Schedule;

    public override ImmutableArray<Quantity<double>> Run(IBackend backend) =>
        [new("rate", Tensor.Create([backend is IOwnSchedules own ? own.Rate(spec, start, step) : spec.Rate(start, step)]))];

    public override ImmutableArray<Defined<R>> Define<R>() => [new("rate", [Definition.Rate<R>(spec, start, step)])];

    public override IEnumerable<Case<double>> Shrinks()
    {
        foreach (double simpler in new[] { 1, 0.1 }.Where(simpler => simpler != start && start != 1))
            yield return new ScheduleCase(spec, simpler, step);
        foreach (long earlier in new[] { 0, 1, 2, step / 2, step - 1 }.Where(earlier => earlier >= 0 && earlier < step))
            yield return new ScheduleCase(spec, start, earlier);
    }

    public override string Code() => string.Create(CultureInfo.InvariantCulture, $"double rate = backend({start:R}, {step});");

    public override string Request() => "";
}

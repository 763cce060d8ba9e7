using System.Text.Json;
using ParityNet.Optimizers;
using ParityNet.Schedules;

namespace ParityNet.Parity;

/// <summary>The optimizer of a request with the learning rates of its schedule.</summary>
sealed class PacedOptimizer
{
    readonly OptimizerSpec optimizer;
    readonly ScheduleSpec? schedule;
    readonly double[]? metrics;
    readonly List<OptimizerSpec> steps = [];
    readonly List<double> momenta = [];
    PlateauState? state;

    PacedOptimizer(OptimizerSpec optimizer, ScheduleSpec? schedule, double[]? metrics)
    {
        (this.optimizer, this.schedule, this.metrics) = (optimizer, schedule, metrics);
        state = schedule?.Start(optimizer.LearningRate);
        Spec = state is null ? optimizer : schedule!.Apply(optimizer, state);
    }

    /// <summary>The optimizer of the first step, whose slots all steps share.</summary>
    public OptimizerSpec Spec { get; }

    public static PacedOptimizer Of(EvalRequest request)
    {
        OptimizerSpec optimizer = ParamGroups.Spec(request);
        if (!request.Has("schedule"))
            return new(optimizer, null, null);
        var schedule = (ScheduleSpec)OptionValue.Read(
            typeof(ScheduleSpec), "schedule", request.Field("schedule", JsonValueKind.Object), request.Dialect)!;
        return new(optimizer, schedule, schedule.TakesMetrics ? ScheduleEval.Metrics(request) : null);
    }

    /// <summary>The optimizer of a step; null where it is the same for all.</summary>
    public OptimizerSpec? Next(int step)
    {
        if (state is null)
            return null;
        if (step > 0)
            state = schedule!.Observe(state, MetricAfter(step));
        if (schedule!.Momentum(step) is { } momentum)
            momenta.Add(momentum);
        steps.Add(schedule.Apply(optimizer, state));
        return steps[^1];
    }

    /// <summary>
    /// Writes the rate of each group in every step, and the momentum where the schedule has one; writes nothing without a schedule.
    /// </summary>
    public void WriteRates(Utf8JsonWriter writer)
    {
        if (schedule is null)
            return;
        writer.WritePropertyName("lr");
        OptionValue.Write(writer, steps.Select(step => (object?)RatesOf(step)).ToArray());
        if (momenta.Count > 0)
            ScheduleEval.Write(writer, "momentum", momenta);
    }

    double MetricAfter(int step) => metrics is null ? 0 : step <= metrics.Length
        ? metrics[step - 1]
        : throw new ArgumentException($"metrics must be one a step: expected at least {step}, got {metrics.Length}.");

    static object?[] RatesOf(OptimizerSpec spec) => spec switch
    {
        OptimizerWrapper wrapper => RatesOf(wrapper.Optimizer),
        Groups groups => [.. groups.Optimizers.Select(group => (object?)group.LearningRate)],
        _ => [spec.LearningRate],
    };
}

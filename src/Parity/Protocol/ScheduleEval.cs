using System.Text.Json;
using ParityNet.Schedules;

namespace ParityNet.Parity;

/// <summary>
/// Answers requests for schedules: the rate before the first step and after every one, and the momentum where the schedule has one.
/// </summary>
static class ScheduleEval
{
    const int MostSteps = 10_000_000;

    public static void Respond(EvalBudget budget, EvalRequest request, Utf8JsonWriter writer)
    {
        request.Allow("name", "options", "lr", "steps", "metrics");
        var schedule = (ScheduleSpec)request.Spec(OpKind.Schedule);
        double start = request.Field("lr", JsonValueKind.Number).GetDouble();
        double[]? metrics = schedule.TakesMetrics ? Metrics(request) : null;
        int steps = metrics?.Length ?? Steps(request);
        budget.Check(steps, request.Has("options") ? Items(request.Field("options", JsonValueKind.Object)) : 0);
        Write(writer, "lr", metrics is null ? schedule.Rates(start).Take(steps + 1) : schedule.Rates(start, metrics));
        if (schedule.Momentum(0) is not null)
            Write(writer, "momentum", Enumerable.Range(0, steps + 1).Select(step => schedule.Momentum(step)!.Value));
    }

    /// <summary>The number of values in the lists of a schedule and of those within it.</summary>
    public static long Items(JsonElement options, bool isWithin = false) => options.ValueKind switch
    {
        JsonValueKind.Array => options.EnumerateArray().Sum(item => Items(item, true)),
        JsonValueKind.Object => options.EnumerateObject().Sum(member => Items(member.Value, isWithin)),
        _ => isWithin ? 1 : 0,
    };

    static int Steps(EvalRequest request)
    {
        JsonElement count = request.Field("steps", JsonValueKind.Number);
        // The list of rates must fit into one line.
        return count.TryGetInt32(out int steps) && steps is >= 0 and <= MostSteps
            ? steps
            : throw new ArgumentException($"steps must be an integer from 0 to {MostSteps}, got {Echo.Of(count.GetRawText())}.");
    }

    /// <summary>The metrics of a request, one per step where it gives a number of steps.</summary>
    public static double[] Metrics(EvalRequest request)
    {
        double[] metrics =
            [.. request.Field("metrics", JsonValueKind.Array).EnumerateArray().Select(item => JsonNumbers.TryRead(item, out double metric)
            ? metric
            : throw new JsonException($"metrics must be of its form: expected numbers, got {EvalRequest.Kind(item)}."))];
        return !request.Has("steps") || Steps(request) == metrics.Length
            ? metrics
            : throw new ArgumentException($"metrics must be one a step: expected {Steps(request)}, got {metrics.Length}.");
    }

    public static void Write(Utf8JsonWriter writer, string name, IEnumerable<double> numbers)
    {
        // Compute all numbers before writing, so that an exception leaves no partial answer.
        double[] all = [.. numbers];
        writer.WriteStartArray(name);
        foreach (double number in all)
            JsonNumbers.Write(writer, number);
        writer.WriteEndArray();
    }
}

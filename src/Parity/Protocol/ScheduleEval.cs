using System.Text.Json;
using ParityNet.Schedules;

namespace ParityNet.Parity;

/// <summary>Answers requests for schedules: the rate before the first step and after every one.</summary>
static class ScheduleEval
{
    const int MostSteps = 10_000_000;

    public static void Respond(EvalRequest request, Utf8JsonWriter writer)
    {
        var schedule = (ScheduleSpec)request.Spec(OpKind.Schedule);
        double start = request.Field("lr", JsonValueKind.Number).GetDouble();
        JsonElement count = request.Field("steps", JsonValueKind.Number);
        // A list of rates has to fit into one line.
        if (!count.TryGetInt32(out int steps) || steps is < 0 or > MostSteps)
            throw new ArgumentException($"steps must be an integer from 0 to {MostSteps}, got {count.GetRawText()}.");
        schedule.Rate(start, 0);

        writer.WriteStartArray("lr");
        for (int step = 0; step <= steps; step++)
            JsonNumbers.Write(writer, schedule.Rate(start, step));
        writer.WriteEndArray();
    }
}

using System.Text.Json;
using ParityNet.Schedules;

namespace ParityNet.Parity;

/// <summary>Answers requests for schedules: the rate before the first step and after every one.</summary>
static class ScheduleEval
{
    public static void Respond(EvalRequest request, Utf8JsonWriter writer)
    {
        var schedule = (ScheduleSpec)request.Spec(OpKind.Schedule);
        double start = request.Field("lr", JsonValueKind.Number).GetDouble();
        JsonElement count = request.Field("steps", JsonValueKind.Number);
        // A list of rates has to fit into one line.
        if (!count.TryGetInt32(out int steps) || steps < 0)
            throw new ArgumentException($"steps must be an integer of at least 0, got {count.GetRawText()}.");
        schedule.Rate(start, 0);

        writer.WriteStartArray("lr");
        for (int step = 0; step <= steps; step++)
            JsonNumbers.Write(writer, schedule.Rate(start, step));
        writer.WriteEndArray();
    }
}

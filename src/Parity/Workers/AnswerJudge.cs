using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;
using ParityNet.Schedules;

namespace ParityNet.Parity.Workers;

/// <summary>Judges pairs of a request and an answer of the <c>eval</c> protocol: one JSON object in, one JSON object out.</summary>
sealed class AnswerJudge
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether every answer so far is inside its bounds.</summary>
    public bool Holds { get; private set; } = true;

    /// <summary>Judges one line.</summary>
    /// <param name="line">An object with <c>request</c> and <c>answer</c>, in UTF-8.</param>
    /// <returns>The verdict; one line in UTF-8.</returns>
    public ReadOnlyMemory<byte> Judge(ReadOnlyMemory<byte> line)
    {
        JsonElement? id = null;
        try
        {
            using JsonDocument document = JsonLine.Parse(line);
            JsonElement request = Member(document.RootElement, "request"), answer = Member(document.RootElement, "answer");
            id = EvalRequest.IdOf(request)?.Clone();
            return Written(id, Judged(request, answer));
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or KeyNotFoundException or InvalidOperationException
            or FormatException or OverflowException)
        {
            return Written(id, new("error", 0, 0, Message: problem.Message));
        }
    }

    sealed record Result(string Verdict, long Elements, long Outside, Finding? Worst = null, string? Message = null);

    static Result Judged(JsonElement request, JsonElement answer)
    {
        var read = new EvalRequest(request);
        OpKind kind = Enum.GetValues<OpKind>().FirstOrDefault(kind => Words.Of(kind) == read.Op, OpKind.Model);
        if (kind == OpKind.Model)
            throw new UnknownNameException("op must be one that can be judged", read.Op, ["loss", "activation", "layer", "optimizer", "schedule"]);
        OpSpec spec = read.Spec(kind);
        OpEntry entry = Catalog.Entry(spec);
        using var backend = new WorkerBackend(new RecordedAnswer(answer),
            new("the answer", "", "", [new(entry, entry.Name, ["float32", "float64"], null, null, null, true, true, null, false)]));
        return kind switch
        {
            OpKind.Schedule => Schedule((ScheduleSpec)spec, read, backend),
            OpKind.Initializer => throw new UnknownNameException("op must be one that can be judged", read.Op,
                ["loss", "activation", "layer", "optimizer", "schedule"]),
            _ => read.IsDouble ? Judged<double>(request, backend) : Judged<float>(request, backend),
        };
    }

    static Result Judged<T>(JsonElement request, WorkerBackend backend) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var first = (Case<T>)CaseReader.Read(request.GetRawText());
        IEnumerable<Case<T>> cases = first is OptimizerCase<T> step ? Steps(step, request, backend) : [first];
        var judge = new Judge(backend);
        long elements = 0, outside = 0;
        Finding? worst = null;
        foreach (Case<T> @case in cases)
        {
            Judgement judged = judge.Of(@case);
            if (judged.Skipped is [var reason, ..])
                return new("skipped", elements, outside, worst, reason);
            if (judged.Failure is { } failure)
                return new("unanswered", elements, outside, worst, failure);
            elements += judged.Counts.Total();
            outside += judged.Counts.FirstOutside;
            worst ??= judged.Outside;
        }
        return new(outside == 0 ? "inside" : "outside", elements, outside, worst);
    }

    static IEnumerable<Case<T>> Steps<T>(OptimizerCase<T> first, JsonElement request, WorkerBackend backend)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (first.State.Step > 0)
            throw new ArgumentException("from must be left out where answers are judged: expected a run from the initial state, got another one.");
        ImmutableArray<ImmutableArray<Tensor<T>>> gradients =
        [
            .. request.GetProperty("grads").EnumerateArray()
                .Select(step => step.EnumerateArray().Select(JsonTensors.Numbers<T>).ToImmutableArray()),
        ];
        for (int k = 1; k <= gradients.Length; k++)
            yield return new OptimizerRunCase<T>(backend, first.Optimizer, first.State.Parameters, gradients[..k]);
    }

    static Result Schedule(ScheduleSpec spec, EvalRequest request, WorkerBackend backend)
    {
        double start = request.Field("lr", JsonValueKind.Number).GetDouble();
        ImmutableArray<double> metrics = spec.TakesMetrics ? [.. ScheduleEval.Metrics(request)] : [];
        int steps = spec.TakesMetrics ? metrics.Length : request.Field("steps", JsonValueKind.Number).GetInt32();
        try
        {
            (int Step, Enclosure<double> Bound, double Got)[] wrong = [.. WorkerSchedule.Outside(backend, spec, start, steps, metrics)];
            return new(wrong.Length == 0 ? "inside" : "outside", steps + 1, wrong.Length,
                wrong is [var at, ..]
                    ? new(Verdict.FirstOutside, "lr", at.Step, at.Got, null, null, at.Bound.Smallest, at.Bound.Largest, 0, 0)
                    : null);
        }
        catch (CaseSkippedException skipped)
        {
            return new("skipped", 0, 0, Message: skipped.Message);
        }
        catch (WorkerException lost)
        {
            return new("unanswered", 0, 0, Message: lost.Message);
        }
    }

    static JsonElement Member(JsonElement line, string field) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(field, out JsonElement member) && member.ValueKind == JsonValueKind.Object
            ? member
            : throw new JsonException($"the line must hold a request and an answer: expected {field}, an object, got " +
                $"{(line.ValueKind == JsonValueKind.Object ? "none" : EvalRequest.Kind(line))}.");

    ReadOnlyMemory<byte> Written(JsonElement? id, Result result)
    {
        Holds &= result.Verdict is "inside" or "skipped";
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id");
            if (id is { } known)
                known.WriteTo(writer);
            else
                writer.WriteNullValue();
            writer.WriteString("verdict", result.Verdict);
            writer.WriteNumber("elements", result.Elements);
            writer.WriteNumber("outside", result.Outside);
            if (result.Worst is { } at)
            {
                writer.WriteStartObject("first");
                writer.WriteString("quantity", at.Quantity);
                writer.WriteNumber("index", at.Index);
                Number("answered", at.First);
                Number("best", at.Best);
                Number("low", at.Low);
                Number("high", at.High);
                writer.WriteBoolean("mayBeNaN", at.MayBeNaN);
                writer.WriteEndObject();
            }
            if (result.Message is { } message)
                writer.WriteString("message", Echo.Clean(message));
            writer.WriteEndObject();

            void Number(string name, double? value)
            {
                if (value is not { } number)
                    return;
                writer.WritePropertyName(name);
                JsonNumbers.Write(writer, number);
            }
        }
        return stream.ToArray();
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ParityNet.Parity;

/// <summary>Answers requests of the <c>eval</c> protocol: one JSON object in, one JSON object out.</summary>
/// <param name="backend">The backend that computes.</param>
/// <param name="budget">The work and memory that a request may ask for; null for the defaults.</param>
public sealed partial class EvalSession(IBackend backend, EvalBudget? budget = null)
{
    readonly EvalBudget budget = budget ?? new();

    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers one request.</summary>
    /// <param name="line">A line of JSON.</param>
    /// <returns>The answer, or an error object; one line.</returns>
    public string Answer(string line) => Encoding.UTF8.GetString(Answer(new UTF8Encoding().GetBytes(line)).Span);

    /// <summary>Answers one request.</summary>
    /// <param name="line">A line of JSON in UTF-8.</param>
    /// <returns>The answer, or an error object; one line in UTF-8.</returns>
    public ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> line)
    {
        JsonElement? id = null;
        try
        {
            budget.Check(line.Span);
            using JsonDocument document = JsonLine.Parse(line);
            // The document is disposed before an error is written, which still needs the id.
            id = EvalRequest.IdOf(document.RootElement)?.Clone();
            var request = new EvalRequest(document.RootElement);
            return Written(id, writer => Respond(request, writer));
        }
        catch (JsonException problem)
        {
            return Error(id, "json", problem.Message);
        }
        catch (UnknownNameException problem)
        {
            return Error(id, "unknown", problem.Message);
        }
        catch (ArgumentException problem)
        {
            return Error(id, "argument", OptionWords.OfField(problem.Message));
        }
        // The request asks for more elements or steps than an array can hold, which is no fault of the backend.
        catch (Exception problem) when (problem is OverflowException or OutOfMemoryException)
        {
            return Error(id, "argument", "the request must fit into memory: expected fewer elements or steps, got more than an array can hold.");
        }
        catch (NotSupportedException problem)
        {
            return Error(id, "unsupported", problem.Message);
        }
        // An exception of a backend ends the request, not the session.
        catch (Exception problem)
        {
            return Error(id, "backend", problem.Message);
        }
    }

    /// <summary>The answer to a line that is too long to be read.</summary>
    /// <param name="most">The most bytes of a line.</param>
    /// <returns>An error object; one line in UTF-8.</returns>
    public static ReadOnlyMemory<byte> TooLong(int most) =>
        Error(null, "json", $"the line must be short enough to be held: expected at most {most} bytes, got more.");

    void Respond(EvalRequest request, Utf8JsonWriter writer)
    {
        switch (request.Op)
        {
            case string op when FunctionEval.Kinds.ContainsKey(op) && request.IsDouble:
                FunctionEval.Respond<double>(backend, budget, request, writer);
                break;
            case string op when FunctionEval.Kinds.ContainsKey(op):
                FunctionEval.Respond<float>(backend, budget, request, writer);
                break;
            case "optimizer" when request.IsDouble:
                OptimizerEval.Respond<double>(backend, budget, request, writer);
                break;
            case "optimizer":
                OptimizerEval.Respond<float>(backend, budget, request, writer);
                break;
            case "schedule":
                ScheduleEval.Respond(budget, request, writer);
                break;
            case "initializer" when request.IsDouble:
                InitializerEval.Respond<double>(budget, request, writer);
                break;
            case "initializer":
                InitializerEval.Respond<float>(budget, request, writer);
                break;
            case "minimize" when request.IsDouble:
                MinimizeEval.Respond<double>(backend, budget, request, writer);
                break;
            case "minimize":
                MinimizeEval.Respond<float>(backend, budget, request, writer);
                break;
            case "info":
                InfoEval.Respond(backend, request, writer);
                break;
            default:
                throw new UnknownNameException("op must be a known one", request.Op,
                    [.. FunctionEval.Kinds.Keys, "optimizer", "schedule", "initializer", "minimize", "info"]);
        }
    }

    static ReadOnlyMemory<byte> Written(JsonElement? id, Action<Utf8JsonWriter> body)
    {
        var answer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(answer, Plain))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id");
            if (id is { } known)
                known.WriteTo(writer);
            else
                writer.WriteNullValue();
            body(writer);
            writer.WriteEndObject();
        }
        return answer.WrittenMemory;
    }

    static ReadOnlyMemory<byte> Error(JsonElement? id, string kind, string message) => Written(id, writer =>
    {
        writer.WriteStartObject("error");
        writer.WriteString("kind", kind);
        writer.WriteString("message", Echo.Clean(ParameterName.Replace(message, "")));
        writer.WriteEndObject();
    });

    // .NET appends the C# parameter name to the message of an ArgumentException.
    [GeneratedRegex(@" \(Parameter '[^']*'\)")]
    static partial Regex ParameterName { get; }
}

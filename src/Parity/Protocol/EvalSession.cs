using System.Text;
using System.Text.Json;

namespace ParityNet.Parity;

/// <summary>Answers requests of the <c>eval</c> protocol: one JSON object in, one JSON object out.</summary>
/// <param name="backend">The backend that computes.</param>
public sealed class EvalSession(IBackend backend)
{
    /// <summary>Answers one request.</summary>
    /// <param name="line">A line of JSON.</param>
    /// <returns>The answer, or an error object; one line.</returns>
    public string Answer(string line)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(line);
            var request = new EvalRequest(document.RootElement);
            return Written(request.Id, writer => Respond(request, writer));
        }
        catch (JsonException problem)
        {
            // The parser's own message ends in places that mean nothing within one line.
            string reason = document is null ? $"the line must be one JSON object: expected valid JSON, got an error at byte {problem.BytePositionInLine ?? 0}." : problem.Message;
            return Error(document, "json", reason);
        }
        catch (UnknownNameException problem)
        {
            return Error(document, "unknown", problem.Message);
        }
        catch (ArgumentException problem)
        {
            return Error(document, "argument", problem.Message);
        }
        catch (NotSupportedException problem)
        {
            return Error(document, "unsupported", problem.Message);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or StackOverflowException))
        {
            return Error(document, "backend", problem.Message);
        }
        finally
        {
            document?.Dispose();
        }
    }

    void Respond(EvalRequest request, Utf8JsonWriter writer)
    {
        switch (request.Op)
        {
            case "loss" or "activation" when request.IsDouble:
                FunctionEval.Respond<double>(backend, request, writer);
                break;
            case "loss" or "activation":
                FunctionEval.Respond<float>(backend, request, writer);
                break;
            case "optimizer" when request.IsDouble:
                OptimizerEval.Respond<double>(backend, request, writer);
                break;
            case "optimizer":
                OptimizerEval.Respond<float>(backend, request, writer);
                break;
            case "schedule":
                ScheduleEval.Respond(request, writer);
                break;
            case "info":
                InfoEval.Respond(backend, writer);
                break;
            default:
                throw new UnknownNameException("op must be a known one", request.Op, ["loss", "activation", "optimizer", "schedule", "info"]);
        }
    }

    static string Written(JsonElement? id, Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
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
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    static string Error(JsonDocument? document, string kind, string message) =>
        Written(document is null ? null : EvalRequest.IdOf(document.RootElement), writer =>
        {
            writer.WriteStartObject("error");
            writer.WriteString("kind", kind);
            writer.WriteString("message", message.ReplaceLineEndings(" "));
            writer.WriteEndObject();
        });
}

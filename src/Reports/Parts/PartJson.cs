using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ParityNet.Reports;

/// <summary>Reads and writes parts of a run.</summary>
static class PartJson
{
    static readonly PartContext Context = new(new JsonSerializerOptions(PartContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(ReportPart part) => JsonSerializer.Serialize(part, Context.ReportPart) + "\n";

    /// <summary>Reads a part.</summary>
    /// <exception cref="FormatException">The text is no part of a run of this version.</exception>
    public static ReportPart Read(string json)
    {
        try
        {
            ReportPart part = JsonSerializer.Deserialize(json, Context.ReportPart)
                ?? throw new FormatException("A part must be a JSON object: expected an object, got null.");
            return part.Schema == ReportJson.SchemaVersion ? part
                : throw new FormatException($"A part must have a schema that is known: expected {ReportJson.SchemaVersion}, got {part.Schema}.");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"A part must be JSON of schema {ReportJson.SchemaVersion}: {ReportJson.Got(problem)}", problem);
        }
    }
}

[JsonSourceGenerationOptions(
    NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ReportPart))]
sealed partial class PartContext : JsonSerializerContext;

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace ParityNet.Reports;

/// <summary>Reads and writes reports as JSON: properties in the order of the model, shortest round-trip numbers, line feeds.</summary>
public static class ReportJson
{
    // Non-ASCII characters of formulas stay readable instead of escaped.
    static readonly ReportContext Context = new(new JsonSerializerOptions(ReportContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The version of the model that this library writes and reads.</summary>
    public const int SchemaVersion = 4;

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>JSON that ends in a line feed.</returns>
    public static string Write(Report report) => JsonSerializer.Serialize(report, Context.Report) + "\n";

    /// <summary>Writes a report without its times: the same bytes for the same options on the same machine.</summary>
    /// <param name="report">The report.</param>
    /// <returns>JSON that ends in a line feed.</returns>
    public static string Canonical(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Write(report with { Times = null });
    }

    /// <summary>The SHA-256 of the canonical form.</summary>
    /// <param name="report">The report.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Hash(Report report) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(report))));

    /// <summary>Reads a report.</summary>
    /// <param name="json">The output of <see cref="Write"/>.</param>
    /// <returns>The report.</returns>
    /// <exception cref="FormatException">The text is no report of this version.</exception>
    public static Report Read(string json)
    {
        try
        {
            Report report = JsonSerializer.Deserialize(json, Context.Report)
                ?? throw new FormatException("A report must be a JSON object: expected an object, got null.");
            return report.Schema == SchemaVersion ? report
                : throw new FormatException($"A report must have a schema that is known: expected {SchemaVersion}, got {report.Schema}.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"A report must be JSON of schema {SchemaVersion}: {Got(e)}", e);
        }
    }

    // The parser's own message names types of .NET.
    internal static string Got(JsonException problem)
    {
        string line = problem.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $" in line {number + 1}") : "";
        bool isPlain = problem.Path is { Length: > 1 and <= 80 } path && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '$' or '.' or '[' or ']');
        return $"expected its fields, got others{line}{(isPlain ? $" at {problem.Path}" : "")}.";
    }

    /// <summary>The JSON Schema of the model.</summary>
    /// <returns>The schema, as JSON that ends in a line feed.</returns>
    public static string Schema()
    {
        var schema = (JsonObject)Context.Options.GetJsonSchemaAsNode(typeof(Report));
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", $"ParityNet report, schema {SchemaVersion}");
        return schema.ToJsonString(new JsonSerializerOptions(Context.Options)) + "\n";
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ParityNet.Cli.Training;

[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", IndentSize = 1, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(TrainingResult))]
sealed partial class TrainingJson : JsonSerializerContext
{
    static readonly TrainingJson Readable = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A result as JSON that ends in a line feed.</summary>
    public static string Write(TrainingResult result) => JsonSerializer.Serialize(result, Readable.TrainingResult) + "\n";
}

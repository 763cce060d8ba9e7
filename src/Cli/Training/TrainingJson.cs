using System.Text.Encodings.Web;
using System.Text.Json;

namespace ParityNet.Cli.Training;

/// <summary>Writes training results as JSON.</summary>
static class TrainingJson
{
    static readonly TrainingContext Context =
        new(new JsonSerializerOptions(TrainingContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A result as JSON that ends in a line feed.</summary>
    public static string Write(TrainingResult result) => JsonSerializer.Serialize(result, Context.TrainingResult) + "\n";
}

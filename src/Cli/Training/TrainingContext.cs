using System.Text.Json.Serialization;

namespace ParityNet.Cli.Training;

[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", IndentSize = 1, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(TrainingResult))]
sealed partial class TrainingContext : JsonSerializerContext;

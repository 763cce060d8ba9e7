using System.Text.Json.Serialization;

namespace ParityNet.Cli.Training;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SavedNetwork))]
[JsonSerializable(typeof(SavedRun))]
sealed partial class SavedContext : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace ParityNet.Reports;

[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", IndentSize = 1,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Report))]
sealed partial class ReportContext : JsonSerializerContext;

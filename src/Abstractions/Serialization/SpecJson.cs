using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ParityNet.Serialization;

/// <summary>
/// The options of a spec as JSON, with the names and words of <c>eval</c>; for people who inspect a file, since nothing here reads them
/// back.
/// </summary>
static class SpecJson
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Options(OpSpec spec)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
            Write(json, spec);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "An option that trimming removed is left out of a text that nothing reads.")]
    static void Write(Utf8JsonWriter json, OpSpec spec)
    {
        json.WriteStartObject();
        ParameterInfo[] parameters = spec.GetType().GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters() ?? [];
        // Options with the same name are the elements of one list.
        foreach (IGrouping<string, PropertyInfo> option in parameters.Select(p => spec.GetType().GetProperty(p.Name!)).OfType<PropertyInfo>()
            .GroupBy(NameOf))
        {
            json.WritePropertyName(option.Key);
            WriteValue(json, IsListed(option.First()) ? option.Select(item => item.GetValue(spec)) : option.Single().GetValue(spec));
        }
        json.WriteEndObject();
    }

    static string NameOf(PropertyInfo property) => property.GetCustomAttribute<OptionAttribute>()?.Name ?? Snake(property.Name);

    static bool IsListed(PropertyInfo property) => property.GetCustomAttribute<OptionAttribute>() is { Index: >= 0 };

    static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case Enum word:
                json.WriteStringValue(WordOf(word));
                break;
            case OpSpec spec:
                json.WriteStartObject();
                json.WriteString("name", spec.Name);
                json.WritePropertyName("options");
                Write(json, spec);
                json.WriteEndObject();
                break;
            case IEnumerable items and not string:
                json.WriteStartArray();
                foreach (object? item in items)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(FormattableString.Invariant($"{value}"));
                break;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A word that trimming removed is written as its name.")]
    static string WordOf(Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttribute<OptionAttribute>()?.Name ?? value.ToString().ToLowerInvariant();

    static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

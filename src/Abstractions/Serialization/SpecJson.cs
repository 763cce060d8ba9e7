using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ParityNet.Serialization;

/// <summary>The options of a spec as JSON, for people who look into a file; nothing reads them back.</summary>
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
        foreach (ParameterInfo parameter in spec.GetType().GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters() ?? [])
            if (spec.GetType().GetProperty(parameter.Name!) is { } property)
            {
                OptionAttribute? named = property.GetCustomAttribute<OptionAttribute>();
                json.WritePropertyName(named is null ? Snake(property.Name) : named.Index < 0 ? named.Name : $"{named.Name}[{named.Index}]");
                WriteValue(json, property.GetValue(spec));
            }
        json.WriteEndObject();
    }

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

    static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ParityNet.Dialects;
using ParityNet.Schedules;

namespace ParityNet.Parity;

/// <summary>
/// Converts option values: numbers, Booleans, words, lists, other specs as <c>{"name": …, "options": {…}}</c>, and null where an
/// option may be omitted.
/// </summary>
static class OptionValue
{
    static readonly MethodInfo Listing = typeof(OptionValue).GetMethod(nameof(Listed), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>A value as plain data that JSON can represent, in PyTorch's words.</summary>
    /// <param name="value">The value of an option.</param>
    /// <returns>A number, Boolean or word; a list of such; a dictionary for a spec; or null.</returns>
    public static object? Plain(object? value) => value switch
    {
        null or string => value,
        Enum => Words.Of(value),
        Factors factors => factors.Listed is { } list ? Plain(list) : "a function",
        OpSpec spec => new OrderedDictionary<string, object?>
        {
            ["name"] = spec.Name,
            ["options"] = new OrderedDictionary<string, object?>(Catalog.Entry(spec).OptionsOf(spec)),
        },
        IEnumerable items => items.Cast<object?>().Select(Plain).ToArray(),
        _ => value,
    };

    /// <summary>Plain data as text: <c>[1, 0.5]</c>, or <c>sgd(lr=0.1)</c> with the options that differ from their defaults.</summary>
    /// <param name="plain">Plain data.</param>
    /// <returns>The text.</returns>
    public static string Text(object? plain) => plain switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant(),
        object?[] items => $"[{string.Join(", ", items.Select(Text))}]",
        OrderedDictionary<string, object?> spec => SpecText((string)spec["name"]!, (OrderedDictionary<string, object?>)spec["options"]!),
        _ => Convert.ToString(plain, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Writes plain data as JSON that round-trips to the same value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="plain">Plain data.</param>
    public static void Write(Utf8JsonWriter writer, object? plain)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (plain)
        {
            case null:
                writer.WriteNullValue();
                break;
            case double number:
                JsonNumbers.Write(writer, number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int or long:
                writer.WriteNumberValue(Convert.ToInt64(plain, CultureInfo.InvariantCulture));
                break;
            case object?[] items:
                writer.WriteStartArray();
                foreach (object? item in items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case OrderedDictionary<string, object?> members:
                writer.WriteStartObject();
                foreach ((string name, object? value) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(plain.ToString());
                break;
        }
    }

    /// <summary>Plain data as JSON.</summary>
    /// <param name="plain">Plain data.</param>
    /// <returns>The JSON.</returns>
    public static JsonElement Json(object? plain)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(writer, plain);
        return JsonElement.Parse(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>The element type of a list-valued option.</summary>
    /// <param name="type">The type of an option.</param>
    /// <returns>The type; null where the option is no list.</returns>
    internal static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>The value of an omitted option without a default: an empty list, or null.</summary>
    internal static object? Nothing(Type type) => ItemOf(type) is { } item ? List(item, []) : null;

    internal static object? Read(Type type, string name, JsonElement value, Dialect dialect = Dialect.Torch)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return value.ValueKind == JsonValueKind.Null ? null : Read(inner, name, value, dialect);
        if (ItemOf(type) is { } item)
            return value.ValueKind == JsonValueKind.Array
                ? List(item, [.. value.EnumerateArray().Select((element, i) => Read(item, $"{name}[{i}]", element, dialect))])
                : throw Wrong(name, "a list", value);
        if (type == typeof(Factors))
            return value.ValueKind == JsonValueKind.Null ? null
                : FactorsOf(name, (ImmutableArray<double>)Read(typeof(ImmutableArray<double>), name, value)!);
        if (type.IsAssignableTo(typeof(OpSpec)))
            return Spec(type, name, value, dialect);
        return type.IsEnum ? Word(type, name, value, [.. Enum.GetValues(type).Cast<object>().Select(Words.Of)]) : Scalar(type, value)
            ?? throw Wrong(name, Described(type), value);
    }

    internal static ArgumentException Wrong(string name, string expected, JsonElement value) =>
        new($"{name} must be of its kind: expected {expected}, got {Echo.Of(value.GetRawText())}.");

    static object? Scalar(Type type, JsonElement value) => type switch
    {
        _ when type == typeof(bool) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null,
        _ when type == typeof(double) => JsonNumbers.TryRead(value, out double number) ? number : null,
        _ when type == typeof(int) => Whole(value) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null,
        _ when type == typeof(long) => Whole(value),
        _ => throw new NotSupportedException($"An option must be of a known type: expected a number, truth value, word, spec or list, got {type}."),
    };

    // Clients without an integer type write 2 as 2.0.
    static long? Whole(JsonElement value) => value.ValueKind != JsonValueKind.Number ? null
        : value.TryGetInt64(out long number) ? number
        : value.GetDouble() is var real && double.IsInteger(real) && Math.Abs(real) < 1L << 53 ? (long)real : null;

    static string Described(Type type) => type == typeof(bool) ? "true or false" : type == typeof(double) ? "a number"
        : type == typeof(int) ? $"an integer from {int.MinValue} to {int.MaxValue}" : $"an integer from {long.MinValue} to {long.MaxValue}";

    /// <summary>Reads a word, with or without underscores; the spec refuses a word that its op does not accept.</summary>
    internal static object Word(Type type, string name, JsonElement value, ImmutableArray<string> choices) =>
        Enum.GetValues(type).Cast<object>()
            .FirstOrDefault(candidate => value.ValueKind == JsonValueKind.String && Joined(Words.Of(candidate)) == Joined(value.GetString()!))
            ?? throw Wrong(name, $"one of {string.Join(", ", choices)}", value);

    // PyTorch writes some words with an underscore and others without: exp_range, batchmean.
    static string Joined(string word) => word.Replace("_", "", StringComparison.Ordinal);

    static OpSpec Spec(Type type, string name, JsonElement value, Dialect dialect)
    {
        OpKind kind = Catalog.KindOf(type);
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("name", out JsonElement op) || op.ValueKind != JsonValueKind.String)
            throw Wrong(name, $"{Words.Article(kind)} as an object with name and options", value);
        Dictionary<string, JsonElement> options = value.TryGetProperty("options", out JsonElement given)
            ? given.ValueKind == JsonValueKind.Object ? given.EnumerateObject().ToDictionary(o => o.Name, o => o.Value)
                : throw Wrong($"{name}.options", "an object", given)
            : [];
        OpEntry entry = Catalog.Find(kind, op.GetString()!, dialect);
        return entry.SpecType.IsAssignableTo(type)
            ? entry.Build(options, op.GetString(), dialect)
            : throw Wrong(name, $"{Words.Article(kind)} that can be part of another", op);
    }

    static Factors FactorsOf(string name, ImmutableArray<double> list)
    {
        try
        {
            return new(list);
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException(problem.Message.Replace(nameof(Factors), name, StringComparison.Ordinal), problem);
        }
    }

    static object List(Type item, IEnumerable<object?> items) => Listing.MakeGenericMethod(item).Invoke(null, [items])!;

    static ImmutableArray<T> Listed<T>(IEnumerable<object?> items) => [.. items.Cast<T>()];

    static string SpecText(string name, OrderedDictionary<string, object?> options)
    {
        OpEntry entry = Catalog.Find(name);
        string[] changed = [.. options.Where(o => Text(o.Value) != Text(entry.DefaultOf(o.Key))).Select(o => $"{o.Key}={Text(o.Value)}")];
        return changed.Length == 0 ? name : $"{name}({string.Join(", ", changed)})";
    }
}

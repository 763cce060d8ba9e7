using System.Reflection;
using System.Text.Json;

namespace ParityNet.Parity;

/// <summary>One option of an op.</summary>
/// <param name="Name">PyTorch's name.</param>
/// <param name="Index">The place in PyTorch's list, or −1.</param>
/// <param name="Property">The property of the spec that holds it.</param>
/// <param name="Default">The value when it is left out.</param>
/// <param name="Required">Whether it may not be left out.</param>
public sealed record OptionInfo(string Name, int Index, PropertyInfo Property, object? Default, bool Required)
{
    /// <summary>The type of its values.</summary>
    public Type Type => Property.PropertyType;

    /// <summary>Its value in a spec.</summary>
    /// <param name="spec">A spec.</param>
    /// <returns>The value; an enumeration's value as PyTorch's word.</returns>
    public object? ValueIn(OpSpec spec) => Property.GetValue(spec) is { } value && Type.IsEnum ? Words.Of(value) : Property.GetValue(spec);

    /// <summary>The default as people write it.</summary>
    public object? DefaultText => Type.IsEnum && Default is not null ? Words.Of(Default) : Default;

    internal static OptionInfo Of(ParameterInfo parameter, Type spec)
    {
        PropertyInfo property = spec.GetProperty(parameter.Name!)!;
        OptionAttribute? named = property.GetCustomAttribute<OptionAttribute>();
        object? value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return new(named?.Name ?? Words.Snake(parameter.Name!), named?.Index ?? -1, property,
            property.PropertyType.IsEnum && value is not null ? Enum.ToObject(property.PropertyType, value) : value, !parameter.HasDefaultValue);
    }

    internal object? Read(IReadOnlyDictionary<string, JsonElement> options, string op)
    {
        if (!options.TryGetValue(Name, out JsonElement value))
            return Required ? throw new ArgumentException($"{op} must be given its options: expected {Name}, got none.") : Default;
        if (Index < 0)
            return Read(value);
        return value.ValueKind == JsonValueKind.Array && Index < value.GetArrayLength()
            ? Read(value[Index])
            : throw Wrong("a list of two numbers", value);
    }

    object Read(JsonElement value)
    {
        if (Type == typeof(bool))
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong("true or false", value);
        if (Type == typeof(double))
            return JsonNumbers.TryRead(value, out double number) ? number : throw Wrong("a number", value);
        if (Type == typeof(int))
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : throw Wrong("an integer", value);
        if (Type == typeof(long))
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : throw Wrong("an integer", value);
        if (Type.IsEnum)
            foreach (object candidate in Enum.GetValues(Type))
                if (value.ValueKind == JsonValueKind.String && Words.Of(candidate) == value.GetString())
                    return candidate;
        throw Wrong($"one of {string.Join(", ", Enum.GetValues(Type).Cast<object>().Select(Words.Of))}", value);
    }

    ArgumentException Wrong(string expected, JsonElement value) =>
        new($"{Name} must be of its kind: expected {expected}, got {value.GetRawText()}.");
}

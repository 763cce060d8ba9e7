using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using ParityNet.Dialects;

namespace ParityNet.Parity;

/// <summary>One option of an op.</summary>
/// <param name="Name">PyTorch's name.</param>
/// <param name="Index">The index in PyTorch's list-valued option; −1 for a scalar option.</param>
/// <param name="Property">The property of the spec that holds it.</param>
/// <param name="Default">The default value.</param>
/// <param name="Required">Whether it must be given.</param>
public sealed record OptionInfo(string Name, int Index, PropertyInfo Property, object? Default, bool Required)
{
    /// <summary>The length of PyTorch's list-valued option; 0 for a scalar option.</summary>
    internal int ListLength { get; init; }

    /// <summary>The words that it accepts in this op; empty where its values are no words.</summary>
    public ImmutableArray<string> Choices => Taken.Value;

    /// <summary>The words, evaluated on first use.</summary>
    internal Lazy<ImmutableArray<string>> Taken { get; init; } = new([]);

    /// <summary>Whether a number may be given for a list with that one element.</summary>
    internal bool AllowsOne { get; init; }

    /// <summary>The type of its values.</summary>
    public Type Type => Property.PropertyType;

    /// <summary>The enumeration type of its values, nullable or not; null for values of another type.</summary>
    internal Type? Enumeration => (Nullable.GetUnderlyingType(Type) ?? Type) is { IsEnum: true } words ? words : null;

    /// <summary>Its value in a spec, as plain data.</summary>
    /// <param name="spec">A spec.</param>
    /// <returns>The value in PyTorch's words; see <see cref="OptionValue.Plain"/>.</returns>
    public object? ValueIn(OpSpec spec) => OptionValue.Plain(Property.GetValue(spec));

    /// <summary>The default as plain data.</summary>
    public object? DefaultText => OptionValue.Plain(Default);

    internal static OptionInfo Of(ParameterInfo parameter, Type spec)
    {
        PropertyInfo property = spec.GetProperty(parameter.Name!)!;
        OptionAttribute? named = property.GetCustomAttribute<OptionAttribute>();
        object? value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new(named?.Name ?? Words.Snake(parameter.Name!), named?.Index ?? -1, property,
            value is null ? OptionValue.Nothing(type) : type.IsEnum ? Enum.ToObject(type, value) : value, !parameter.HasDefaultValue)
        { AllowsOne = named?.AllowsOne ?? false };
    }

    internal object? Read(IReadOnlyDictionary<string, JsonElement> options, string op, Dialect dialect)
    {
        if (!options.TryGetValue(Name, out JsonElement value))
            return Required ? throw new ArgumentException($"{op} must be given its options: expected {Name}, got none.") : Default;
        // An absent spec is written as null.
        if (value.ValueKind == JsonValueKind.Null && !Required && Default is null)
            return null;
        if (Index < 0)
            return ReadOne(value, dialect);
        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == ListLength
            ? OptionValue.Read(Type, Name, value[Index])
            : throw OptionValue.Wrong(Name, $"a list of {ListLength} numbers", value);
    }

    /// <summary>Reads the value of this option alone, where PyTorch's may be one of a list.</summary>
    internal object? ReadOne(JsonElement value, Dialect dialect)
    {
        if (Enumeration is { } words && value.ValueKind != JsonValueKind.Null)
            return OptionValue.Word(words, Name, value, Choices);
        return OptionValue.Read(
            Type, Name, AllowsOne && value.ValueKind == JsonValueKind.Number ? JsonElement.Parse($"[{value.GetRawText()}]") : value, dialect);
    }
}

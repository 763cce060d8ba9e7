using System.Collections.Immutable;
using System.Text.Json;
using ParityNet.Dialects;

namespace ParityNet.Parity;

/// <summary>Options of an op under the names of another system or of PyTorch; what is not given has that system's value.</summary>
sealed class PresetOptions
{
    readonly OpEntry entry;
    readonly Preset preset;
    readonly Dictionary<OptionInfo, JsonElement> own = [];

    /// <summary>Reads options.</summary>
    /// <param name="entry">The op.</param>
    /// <param name="preset">What it has in the system.</param>
    /// <param name="name">The name under which it was requested.</param>
    /// <param name="options">The options under either name.</param>
    public PresetOptions(OpEntry entry, Preset preset, string? name, IReadOnlyDictionary<string, JsonElement> options)
    {
        (this.entry, this.preset) = (entry, preset);
        string? flag = name is not null && preset.Names.Contains(name) ? preset.Flag : null;
        if (flag is not null && !(options.TryGetValue(flag, out JsonElement set) && set.ValueKind == JsonValueKind.True))
            throw new ArgumentException($"{name} must be given {flag}, since only then it is {entry.Name}: expected true, got " +
                $"{(options.TryGetValue(flag, out JsonElement got) ? Echo.Of(got.GetRawText()) : "none")}.");
        var others = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach ((string key, JsonElement value) in options)
        {
            // Other systems write null for an option that is left out.
            if (key == flag || value.ValueKind == JsonValueKind.Null)
                continue;
            if (entry.Options.FirstOrDefault(option => preset.PropertyOf(key) == option.Property.Name) is not { } option)
                others[key] = Translated(value);
            else if (options.ContainsKey(option.Name) && option.Name != key)
                throw new ArgumentException($"options must give {option.Name} once: expected {key} or {option.Name}, got both.");
            else
                own[option] = Translated(value);
        }
        Others = others;
    }

    /// <summary>The options under PyTorch's names.</summary>
    public IReadOnlyDictionary<string, JsonElement> Others { get; }

    /// <summary>The system's names of the op's options.</summary>
    public IEnumerable<string> Names => entry.Options.Select(option => preset.NameOf(option.Property.Name)).OfType<string>();

    /// <summary>The value of an option.</summary>
    public object? Read(OptionInfo option, IReadOnlyDictionary<string, JsonElement> wanted) =>
        own.TryGetValue(option, out JsonElement given) ? option.ReadOne(given, preset.Dialect)
        : wanted.ContainsKey(option.Name) || option.Required && !preset.IsComplete ? option.Read(wanted, entry.Name, preset.Dialect)
        : option.Property.GetValue(preset.Spec);

    JsonElement Translated(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && DialectNames.Of(preset.Dialect).Words.GetValueOrDefault(value.GetString()!) is { } word
            ? JsonElement.Parse($"\"{word}\"")
            : value;
}

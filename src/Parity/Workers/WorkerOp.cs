using System.Collections.Immutable;
using System.Text.Json;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Workers;

/// <summary>An op that a worker has, and what of it.</summary>
/// <param name="Entry">The op.</param>
/// <param name="Name">The name that the worker has for it.</param>
/// <param name="ElementTypes">The element types: <c>float32</c>, <c>float64</c>.</param>
/// <param name="Options">The options that it takes; null for all.</param>
/// <param name="Inputs">The arguments that it takes; null for all.</param>
/// <param name="Gradients">The arguments by which it differentiates; null for those that it answers.</param>
/// <param name="Broadcasts">Whether arguments may have shapes that broadcast.</param>
/// <param name="TakesCotangent">Whether it weighs its gradients by a cotangent.</param>
/// <param name="Slots">The slots of the state that it tells; null for those that it answers.</param>
/// <param name="StepsFromState">Whether it takes a step from a given state.</param>
sealed record WorkerOp(
    OpEntry Entry, string Name, ImmutableArray<string> ElementTypes, ImmutableArray<string>? Options, ImmutableArray<string>? Inputs,
    ImmutableArray<string>? Gradients, bool Broadcasts, bool TakesCotangent, ImmutableArray<string>? Slots, bool StepsFromState)
{
    static readonly string[] Known = ["op", "name", "dtypes", "options", "inputs", "grad", "broadcast", "cotangent", "state", "from"];

    // Models have no requests in the protocol.
    static readonly ImmutableDictionary<string, OpKind> Kinds =
        Enum.GetValues<OpKind>().Where(kind => kind != OpKind.Model).ToImmutableDictionary(kind => Words.Of(kind));

    /// <summary>Reads an op of a worker's first line.</summary>
    /// <exception cref="JsonException">It has not the form of the protocol.</exception>
    /// <exception cref="UnknownNameException">A name is unknown.</exception>
    public static WorkerOp Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException($"ops must hold objects: expected an object with op and name, got {EvalRequest.Kind(json)}.");
        foreach (JsonProperty field in json.EnumerateObject().Where(field => !Known.Contains(field.Name)))
            throw new UnknownNameException("field must be one that an op of a worker has", field.Name, Known);
        string kind = Text(json, "op"), name = Text(json, "name");
        if (!Kinds.TryGetValue(kind, out OpKind of))
            throw new UnknownNameException("op must be a known kind", kind, Kinds.Keys);
        OpEntry entry = Catalog.Find(of, name);
        string[] inputs = entry.Examples[0] is FunctionSpec function ? [.. function.Operands.Select(operand => operand.Name)] : [];
        return new(entry, name, List(json, "dtypes", ["float32", "float64"]) ?? ["float32", "float64"],
            List(json, "options", entry.Options.Select(option => option.Name)),
            List(json, "inputs", inputs), List(json, "grad", inputs), Flag(json, "broadcast", true), Flag(json, "cotangent", true),
            List(json, "state", SlotsOf(entry)),
            Flag(json, "from", false));
    }

    /// <summary>The slots of the op, with any options.</summary>
    public ImmutableArray<string> KnownSlots => SlotsOf(Entry);

    static ImmutableArray<string> SlotsOf(OpEntry entry) =>
        [.. entry.Examples.OfType<OptimizerSpec>().SelectMany(spec => spec.Slots).Select(slot => slot.Name).Distinct()];

    /// <summary>Whether it takes an option.</summary>
    public bool Takes(string option) => Options?.Contains(option) ?? true;

    /// <summary>The first option of a spec that it does not take, and that is not at its default; null for none.</summary>
    public string? Lacks(OpSpec spec) => Options is null ? null : Entry.OptionsOf(spec)
        .FirstOrDefault(option => !Takes(option.Key)
            && OptionValue.Json(option.Value).GetRawText() != OptionValue.Json(Entry.DefaultOf(option.Key)).GetRawText()).Key;

    static string Text(JsonElement json, string field) =>
        json.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new JsonException($"an op must have its fields: expected {field}, a string, got " +
            $"{(value.ValueKind == default ? "none" : EvalRequest.Kind(value))}.");

    static bool Flag(JsonElement json, string field, bool preset) => !json.TryGetProperty(field, out JsonElement value) ? preset
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw new JsonException($"{field} must be of its form: expected true or false, got {EvalRequest.Kind(value)}.");

    static ImmutableArray<string>? List(JsonElement json, string field, IEnumerable<string> known)
    {
        if (!json.TryGetProperty(field, out JsonElement list) || list.ValueKind == JsonValueKind.Null)
            return null;
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            throw new JsonException($"{field} must be of its form: expected a list of names, got {EvalRequest.Kind(list)}.");
        string[] all = [.. known.Distinct()];
        return [.. list.EnumerateArray().Select(item => item.GetString()!).Select(name => all.Contains(name) ? name
            : throw new UnknownNameException($"{field} must name what {json.GetProperty("name").GetString()} has", name, all))];
    }
}

using System.Collections.Immutable;
using System.Text.Json;

namespace ParityNet.Parity.Workers;

/// <summary>The first line of a worker: who it is, and the ops that it has.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Language">The language in which it is written.</param>
/// <param name="Version">The version of what computes.</param>
/// <param name="Ops">Its ops.</param>
sealed record WorkerGreeting(string Name, string Language, string Version, ImmutableArray<WorkerOp> Ops)
{
    /// <summary>The version of the protocol.</summary>
    public const int Protocol = 1;

    const int LongestName = 40;

    // Names of backends, and what verdicts call a number that is no backend's.
    static readonly string[] Taken = ["native", "torch", "definition", "best", "reference"];

    /// <summary>The line that asks for it.</summary>
    public static string Start => $$"""{"op":"start","protocol":{{Protocol}}}""";

    /// <summary>Reads the line.</summary>
    /// <exception cref="JsonException">It has not the form of the protocol.</exception>
    /// <exception cref="ArgumentException">A name is unknown or taken.</exception>
    public static WorkerGreeting Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException($"the line must be one JSON object: expected an object, got {EvalRequest.Kind(json)}.");
        if (json.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object
            && error.TryGetProperty("message", out JsonElement message))
            throw new JsonException($"expected what it can, got an error, \"{Echo.Of(message.ToString())}\".");
        if (!json.TryGetProperty("protocol", out JsonElement protocol) || protocol.ValueKind != JsonValueKind.Number
            || !protocol.TryGetInt32(out int number) || number != Protocol)
            throw new JsonException($"protocol must be one that both sides speak: expected {Protocol}, got {Echo.Of(protocol.ToString())}.");
        if (!json.TryGetProperty("ops", out JsonElement ops) || ops.ValueKind != JsonValueKind.Array || ops.GetArrayLength() == 0)
            throw new JsonException("ops must list what the worker can: expected a list of at least one op, got none.");
        string name = Text(json, "name");
        if (name.Length is 0 or > LongestName || name.Contains(',') || Echo.Clean(name) != name)
            throw new JsonException($"name must fit into a table: expected 1 to {LongestName} characters without commas, got {Echo.Of(name)}.");
        if (Taken.Contains(name))
            throw new ArgumentException($"name must be the worker's own: expected another one than {string.Join(", ", Taken)}, got {name}.");
        return new(name, Text(json, "language"), Text(json, "version"), [.. ops.EnumerateArray().Select(WorkerOp.Read)]);
    }

    static string Text(JsonElement json, string field) =>
        json.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new JsonException($"the line must have all its fields: expected {field}, a string, got " +
            $"{(value.ValueKind == default ? "none" : EvalRequest.Kind(value))}.");
}

using System.Numerics;
using System.Text.Json;
using ParityNet.Dialects;

namespace ParityNet.Parity;

/// <summary>One parsed and validated request of the <c>eval</c> protocol.</summary>
sealed class EvalRequest
{
    readonly JsonElement root;

    public EvalRequest(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new JsonException($"the line must be one JSON object: expected an object, got {Kind(root)}.");
        this.root = root;
        Op = Text("op");
        Dialect = root.TryGetProperty("dialect", out JsonElement dialect) ? DialectOf(dialect) : Dialect.Torch;
        string dtype = root.TryGetProperty("dtype", out JsonElement given) ? given.ValueKind == JsonValueKind.String ? given.GetString()!
            : given.GetRawText() : "float32";
        IsDouble = dtype switch
        {
            "float32" => false,
            "float64" => true,
            _ => throw new ArgumentException($"dtype must be a floating-point type: expected float32 or float64, got {Echo.Of(dtype)}."),
        };
    }

    public string Op { get; }

    public bool IsDouble { get; }

    /// <summary>The system whose names and defaults the request has.</summary>
    public Dialect Dialect { get; }

    /// <summary>
    /// Refuses fields other than <c>id</c>, <c>op</c>, <c>dtype</c>, <c>dialect</c> and these, so that a misspelt field is not ignored.
    /// </summary>
    public void Allow(params IEnumerable<string> fields)
    {
        string[] known = ["id", "op", "dtype", .. Op == "info" ? [] : (string[])["dialect"], .. fields];
        foreach (JsonProperty field in root.EnumerateObject().Where(field => !known.Contains(field.Name)))
            throw new UnknownNameException($"field must be one that a request for {Op} has", field.Name,
                [.. known, .. Within("options"), .. Within("inputs")]);

        // The op has an option or argument of this name, one level deeper.
        IEnumerable<string> Within(string field) =>
            known.Contains(field) && Has("name")
                && Catalog.All.FirstOrDefault(entry => Words.Of(entry.Kind) == Op && entry.Names.Contains(Text("name"))) is { } op
                ? NamesWithin(op, field).Select(name => $"{field}.{name}")
                : [];
    }

    public OpSpec Spec(OpKind kind) => Spec(kind, Text("name"), Members("options"));

    /// <summary>A spec in the request's dialect, of its own options or of a part of it.</summary>
    public OpSpec Spec(OpKind kind, string name, IReadOnlyDictionary<string, JsonElement> options) =>
        Catalog.Find(kind, name, Dialect).Build(options, name, Dialect);

    /// <summary>PyTorch's name of an argument that a request in this dialect names.</summary>
    public string Argument(string name) => DialectNames.Of(Dialect).Arguments.GetValueOrDefault(name, name);

    /// <summary>The arguments of a function under PyTorch's names, as the op takes them; null stands for PyTorch's None.</summary>
    public Dictionary<string, (JsonElement Json, Operand<T> Operand)> Inputs<T>(FunctionSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var inputs = new Dictionary<string, (JsonElement, Operand<T>)>(StringComparer.Ordinal);
        Preset? preset = Catalog.Entry(spec).PresetIn(Dialect, Text("name"));
        foreach ((string given, JsonElement json) in Members("inputs"))
        {
            string name = Argument(given);
            if (spec.Operands.All(info => info.Name != name))
                throw new UnknownNameException($"input must be one that {spec.Name} has", given, spec.Operands.Select(info => info.Name));
            if (inputs.ContainsKey(name))
                throw new ArgumentException($"inputs must give {name} once: expected one of its names, got two.");
            if (json.ValueKind == JsonValueKind.Null)
                continue;
            Operand<T> operand = JsonTensors.Read<T>(json);
            inputs[name] = (json, preset is { SignsLabels: true } && name == "target" ? preset.Target(operand.Numbers) : operand);
        }
        return inputs;
    }

    public static JsonElement? IdOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out JsonElement id) ? id : null;

    public bool Has(string field) => root.TryGetProperty(field, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    public JsonElement Field(string field, JsonValueKind kind)
    {
        if (!Has(field))
            throw new JsonException($"the request must have all its fields: expected {field}, got none.");
        JsonElement value = root.GetProperty(field);
        return value.ValueKind == kind ? value : throw new JsonException($"{field} must be of its form: expected {Kind(kind)}, got {Kind(value)}.");
    }

    public string Text(string field) => Field(field, JsonValueKind.String).GetString()!;

    public bool Flag(string field) => Has(field) && root.GetProperty(field).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new JsonException($"{field} must be of its form: expected true or false, got {Kind(root.GetProperty(field))}."),
    };

    /// <summary>The members of an object field; none where the field is absent.</summary>
    public Dictionary<string, JsonElement> Members(string field)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (Has(field))
            foreach (JsonProperty member in Field(field, JsonValueKind.Object).EnumerateObject())
                members[member.Name] = member.Value;
        return members;
    }

    static Dialect DialectOf(JsonElement given)
    {
        Dialect[] all = Enum.GetValues<Dialect>();
        string[] words = [.. all.Select(dialect => Words.Of(dialect))];
        return given.ValueKind == JsonValueKind.String && Array.IndexOf(words, given.GetString()) is >= 0 and var place ? all[place]
            : throw new ArgumentException($"dialect must be a known one: expected {string.Join(", ", words[..^1])} or {words[^1]}, got " +
                $"{Echo.Of(given.ValueKind == JsonValueKind.String ? given.GetString()! : given.GetRawText())}.");
    }

    static IEnumerable<string> NamesWithin(OpEntry op, string field) => field == "options"
        ? op.Options.Select(option => option.Name)
        : op.Examples[0] is FunctionSpec function ? function.Operands.Select(operand => operand.Name) : [];

    public static string Kind(JsonElement value) => Kind(value.ValueKind);

    static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}

using System.Text.Json;

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

    /// <summary>Refuses fields other than <c>id</c>, <c>op</c>, <c>dtype</c> and these, so that a misspelt field is not ignored.</summary>
    public void Allow(params IEnumerable<string> fields)
    {
        string[] known = ["id", "op", "dtype", .. fields];
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

    public OpSpec Spec(OpKind kind)
    {
        string name = Text("name");
        return Catalog.Find(kind, name).Build(Members("options"), name);
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

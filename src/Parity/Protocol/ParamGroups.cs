using System.Text.Json;
using ParityNet.Optimizers;

namespace ParityNet.Parity;

/// <summary>
/// Reads the optimizer of a request: a name with options, or PyTorch's <c>param_groups</c>, whose members are <c>params</c> (the indices of
/// parameters) and options that override those of the request.
/// </summary>
static class ParamGroups
{
    public static OptimizerSpec Spec(EvalRequest request)
    {
        if (!request.Has("param_groups"))
            return (OptimizerSpec)request.Spec(OpKind.Optimizer);
        string name = request.Text("name");
        Dictionary<string, JsonElement> common = request.Members("options");
        JsonElement groups = request.Field("param_groups", JsonValueKind.Array);
        return groups.GetArrayLength() > 0
            ? new Groups([.. groups.EnumerateArray().Select(group => Group(group, request, name, common))])
            : throw new ArgumentException("param_groups must say which parameters go together: expected at least one group, got none.");
    }

    static ParameterGroup Group(JsonElement group, EvalRequest request, string name, Dictionary<string, JsonElement> common)
    {
        if (group.ValueKind != JsonValueKind.Object)
            throw new JsonException($"a group must be an object with params: expected an object, got {EvalRequest.Kind(group)}.");
        if (!group.TryGetProperty("params", out JsonElement positions) || positions.ValueKind != JsonValueKind.Array)
            throw new JsonException(
                $"a group must be an object with params: expected a list of positions of parameters, got " +
                $"{(positions.ValueKind == JsonValueKind.Undefined ? "none" : EvalRequest.Kind(positions))}.");
        var options = new Dictionary<string, JsonElement>(common, StringComparer.Ordinal);
        foreach (JsonProperty own in group.EnumerateObject().Where(member => member.Name != "params"))
            options[own.Name] = own.Value;
        return new((OptimizerSpec)request.Spec(OpKind.Optimizer, name, options), [.. positions.EnumerateArray().Select(Position)]);
    }

    static int Position(JsonElement position) => position.ValueKind == JsonValueKind.Number && position.TryGetInt32(out int value) && value >= 0
        ? value
        : throw new ArgumentException($"params must hold positions of parameters: expected integers of at least 0, got " +
            $"{Echo.Of(position.GetRawText())}.");
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Cases;

/// <summary>Reads saved cases.</summary>
static class CaseReader
{
    /// <summary>Reads a case from the request that <see cref="Case.Request"/> wrote, or from any such request written by hand.</summary>
    /// <param name="json">The request.</param>
    /// <returns>The case, a <see cref="Case{T}"/> of the request's element type.</returns>
    /// <exception cref="JsonException">The text is no JSON, or no such request.</exception>
    /// <exception cref="UnknownNameException">An op, name or option is unknown.</exception>
    /// <exception cref="ArgumentException">A value or shape is invalid.</exception>
    public static Case Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        var request = new EvalRequest(document.RootElement);
        return request.IsDouble ? Read<double>(request) : Read<float>(request);
    }

    static Case<T> Read<T>(EvalRequest request) where T : unmanaged, IFloatingPointIeee754<T> => request.Op switch
    {
        string op when request.Has("case") && Enum.GetValues<OpKind>().Any(kind => Words.Of(kind) == op) => Drawn<T>(request),
        string op when FunctionEval.Kinds.TryGetValue(op, out OpKind kind) => Function<T>(request, (FunctionSpec)request.Spec(kind)),
        "optimizer" => Optimizer<T>(request, (OptimizerSpec)request.Spec(OpKind.Optimizer)),
        "model" => Model<T>(request),
        _ => throw new UnknownNameException("op must be one that a case can be of", request.Op, [.. FunctionEval.Kinds.Keys, "optimizer", "model"]),
    };

    // A long case is named by where it was drawn.
    static Case<T> Drawn<T>(EvalRequest request) where T : unmanaged, IFloatingPointIeee754<T>
    {
        request.Allow("name", "seed", "case");
        OpEntry entry = Catalog.Find(Enum.GetValues<OpKind>().First(kind => Words.Of(kind) == request.Op), request.Text("name"));
        JsonElement seed = request.Field("seed", JsonValueKind.Number), index = request.Field("case", JsonValueKind.Number);
        return seed.TryGetUInt64(out ulong from) && index.TryGetInt32(out int at) && at >= 0 && entry.IsComputed
            ? new Draw<T>(entry, from).At(at)
            : throw new ArgumentException(
                $"case must be the index of one that is drawn: expected whole numbers from 0 as seed and case, of an op that is computed, got " +
                $"seed {seed.GetRawText()} and case {index.GetRawText()} of {entry.Name}.");
    }

    static FunctionCase<T> Function<T>(EvalRequest request, FunctionSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        request.Allow("name", "inputs", "options", "grad", "cotangent", "strided");
        HashSet<string> strided = [.. Names(request, "strided") ?? []];
        Operands<T> operands = request.Inputs<T>(spec)
            .Aggregate(Operands<T>.None, (all, input) => all.With(input.Key,
                strided.Contains(input.Key) ? Strided.Of(input.Value.Operand.Numbers) : input.Value.Operand));
        return new(spec, operands, [.. Names(request, "grad")?.Select(request.Argument) ?? spec.ByLead],
            request.Has("cotangent") ? JsonTensors.Numbers<T>(request.Field("cotangent", JsonValueKind.Object)) : null);
    }

    static OptimizerCase<T> Optimizer<T>(EvalRequest request, OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        request.Allow("name", "options", "params", "grads", "state", "from", "lr");
        ImmutableArray<Tensor<T>> gradients = Tensors<T>(request.Field("grads", JsonValueKind.Array)[0]);
        OptimizerState<T> state = spec.Init(Tensors<T>(request.Field("params", JsonValueKind.Array)));
        Dictionary<string, JsonElement> from = request.Members("from");
        if (from.TryGetValue("step", out JsonElement step))
            state = state with { Step = step.GetInt64() };
        foreach (OptimizerSlot slot in spec.Slots.Where(slot => from.ContainsKey(slot.Name)))
            state = state with { Slots = state.Slots.SetItem(slot.Name, Tensors<T>(from[slot.Name])) };
        return new(spec, state, gradients, request.Has("lr") ? request.Field("lr", JsonValueKind.Number).GetDouble() : null);
    }

    static ModelCase<T> Model<T>(EvalRequest request) where T : unmanaged, IFloatingPointIeee754<T>
    {
        request.Allow("name", "options", "loss", "params", "inputs", "buffers", "masks");
        var spec = (ModelSpec)request.Spec(OpKind.Model);
        Dictionary<string, Operand<T>> inputs = Inputs<T>(request);
        return new(spec, (LossSpec)Nested(request, "loss", OpKind.Loss), Tensors<T>(request.Field("params", JsonValueKind.Array)),
            inputs["input"].Numbers, inputs["target"], new(All("buffers"), All("masks")));

        ImmutableArray<Tensor<T>> All(string field) => request.Has(field) ? Tensors<T>(request.Field(field, JsonValueKind.Array)) : [];
    }

    static OpSpec Nested(EvalRequest request, string field, OpKind kind)
    {
        JsonElement spec = request.Field(field, JsonValueKind.Object);
        string name = spec.GetProperty("name").GetString()!;
        return Catalog.Find(kind, name).Build(spec.GetProperty("options").EnumerateObject().ToDictionary(o => o.Name, o => o.Value), name);
    }

    static Dictionary<string, Operand<T>> Inputs<T>(EvalRequest request) where T : unmanaged, IFloatingPointIeee754<T> =>
        request.Members("inputs").ToDictionary(input => input.Key, input => JsonTensors.Read<T>(input.Value));

    static ImmutableArray<Tensor<T>> Tensors<T>(JsonElement list) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. list.EnumerateArray().Select(JsonTensors.Numbers<T>)];

    static IEnumerable<string>? Names(EvalRequest request, string field) =>
        request.Has(field) ? request.Field(field, JsonValueKind.Array).EnumerateArray().Select(name => name.GetString()!) : null;
}

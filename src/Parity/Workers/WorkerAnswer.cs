using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Workers;

/// <summary>An answer of a worker, read with the shapes that it must have.</summary>
/// <param name="worker">The worker's name.</param>
/// <param name="op">The op.</param>
/// <param name="json">The answer.</param>
sealed class WorkerAnswer(string worker, string op, JsonElement json)
{
    /// <summary>Takes an answer, unless it is an error or says that the request is skipped.</summary>
    /// <exception cref="WorkerException">It is an error.</exception>
    /// <exception cref="CaseSkippedException">The request is skipped.</exception>
    public static WorkerAnswer Of(string worker, string op, JsonElement json)
    {
        var answer = new WorkerAnswer(worker, op, json);
        if (json.TryGetProperty("skipped", out JsonElement reason))
            throw new CaseSkippedException($"{worker} skips {op}: {Echo.Of(reason.ToString())}");
        return !json.TryGetProperty("error", out JsonElement error) ? answer
            : throw answer.Wrong("", $"expected an answer, got the error \"{Echo.Clean(Message(error))}\"");
    }

    /// <summary>The tensor of a field, of a shape, where a scalar may have the shape [] or [1].</summary>
    public Tensor<T> Tensor<T>(string field, ReadOnlySpan<nint> shape, params ReadOnlySpan<string> path) where T : unmanaged, IFloatingPointIeee754<T>
    {
        JsonElement at = json;
        string so = "";
        foreach (string name in (string[])[.. path, field])
        {
            so = so.Length == 0 ? name : $"{so}.{name}";
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                throw Wrong($" with {so}", $"expected a tensor of shape {Shape.Text(shape)}, got none");
        }
        return Read<T>(so, at, shape);
    }

    /// <summary>A list of lists of tensors, one list a step: the parameters.</summary>
    public Tensor<T>[][] Steps<T>(IReadOnlyList<nint[]> shapes, int steps) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. List("params", json, steps).Select((step, k) => Tensors<T>($"params[{k}]", step, shapes))];

    /// <summary>The tensors of one slot after a step.</summary>
    public Tensor<T>[] Slot<T>(string slot, int step, int steps, IReadOnlyList<nint[]> shapes) where T : unmanaged, IFloatingPointIeee754<T>
    {
        JsonElement state = List("state", json, steps)[step];
        return state.ValueKind == JsonValueKind.Object && state.TryGetProperty(slot, out JsonElement tensors)
            ? Tensors<T>($"state[{step}].{slot}", tensors, shapes)
            : throw Wrong($" with state[{step}].{slot}", "expected one tensor per parameter, got none");
    }

    /// <summary>The slots that the answer tells; none without a state. PyTorch's count of steps is no slot.</summary>
    public IEnumerable<string> Slots(int steps, IReadOnlyList<string> known)
    {
        if (steps == 0 || !json.TryGetProperty("state", out JsonElement state) || state.ValueKind == JsonValueKind.Null)
            return [];
        JsonElement first = List("state", json, steps)[0];
        if (first.ValueKind != JsonValueKind.Object)
            throw Wrong(" with state", $"expected an object a step, got {EvalRequest.Kind(first)}");
        string[] told = [.. first.EnumerateObject().Select(slot => slot.Name).Where(name => name != "step")];
        return told.FirstOrDefault(name => !known.Contains(name)) is not { } strange ? told
            : throw Wrong(" with state", $"expected slots of {(known.Count == 0 ? "no name" : string.Join(", ", known))}, got {Echo.Of(strange)}");
    }

    /// <summary>A list of numbers, of a length.</summary>
    public double[] Numbers(string field, int count) => [.. List(field, json, count).Select(item => JsonNumbers.TryRead(item, out double number)
        ? number
        : throw Wrong($" with {field}", $"expected numbers, got {Echo.Of(item.GetRawText())}"))];

    /// <summary>Whether the answer has a member of a field.</summary>
    public bool Has(string field, string member) => json.TryGetProperty(field, out JsonElement within)
        && (within.ValueKind != JsonValueKind.Object || within.TryGetProperty(member, out _));

    Tensor<T>[] Tensors<T>(string name, JsonElement list, IReadOnlyList<nint[]> shapes) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() != shapes.Count)
            throw Wrong($" with {name}", $"expected {shapes.Count} tensors, got {Counted(list)}");
        return [.. list.EnumerateArray().Select((tensor, i) => Read<T>($"{name}[{i}]", tensor, shapes[i]))];
    }

    JsonElement[] List(string field, JsonElement from, int count) =>
        from.TryGetProperty(field, out JsonElement list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() == count
            ? [.. list.EnumerateArray()]
            : throw Wrong($" with {field}", $"expected a list of {count}, got {(list.ValueKind == default ? "none" : Counted(list))}");

    Tensor<T> Read<T>(string name, JsonElement tensor, ReadOnlySpan<nint> shape) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> read;
        try
        {
            read = JsonTensors.Numbers<T>(tensor);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            throw Wrong($" with {name}", problem.Message.TrimEnd('.'));
        }
        // A scalar is read as [1].
        if (!read.Lengths.SequenceEqual(shape))
            throw Wrong($" with {name}", $"expected a tensor of shape {Shape.Text(shape)}, got {Shape.Text(JsonTensors.Shape(tensor))}");
        return read;
    }

    WorkerException Wrong(string what, string sentence) => new($"{worker} must answer {op}{what}: {sentence}.");

    static string Counted(JsonElement list) => list.ValueKind == JsonValueKind.Array ? $"{list.GetArrayLength()}" : EvalRequest.Kind(list);

    static string Message(JsonElement error) => error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out JsonElement message)
        ? message.ToString()
        : error.ToString();
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Parity.Warnings;

namespace ParityNet.Parity;

/// <summary>Answers requests for losses, activations and layers.</summary>
static class FunctionEval
{
    /// <summary>The kinds of function, by their names in requests.</summary>
    public static ImmutableDictionary<string, OpKind> Kinds { get; } =
        ((OpKind[])[OpKind.Loss, OpKind.Activation, OpKind.Layer]).ToImmutableDictionary(kind => Words.Of(kind));

    public static void Respond<T>(IBackend backend, EvalBudget budget, EvalRequest request, Utf8JsonWriter writer)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        request.Allow("name", "inputs", "options", "grad", "cotangent");
        var spec = (FunctionSpec)request.Spec(Kinds[request.Op]);
        IFunction<T> function = backend.Function<T>(spec);
        Operands<T> operands = Operands<T>.None;
        var shapes = new Dictionary<string, ImmutableArray<nint>>(StringComparer.Ordinal);
        foreach ((string name, (JsonElement json, Operand<T> operand)) in request.Inputs<T>(spec))
        {
            shapes[name] = [.. JsonTensors.Shape(json)];
            operands = operands.With(name, operand);
        }
        string lead = spec.Lead.Name;
        if (!spec.TakesScalars && shapes.TryGetValue(lead, out ImmutableArray<nint> given) && given.IsEmpty)
            throw new ArgumentException($"{lead} must have a dimension to go along: expected at least one, got [].");
        string[]? gradients = request.Has("grad") ? [.. request.Field("grad", JsonValueKind.Array).EnumerateArray()
            .Select(json => Name(spec, request, json)).Distinct()] : null;
        Evaluation<T> result;
        try
        {
            budget.Check(spec, operands, spec.Check(operands).AsSpan(), gradients?.Length ?? 1);
            result = function.Evaluate(operands, gradients, Cotangent(spec, operands, shapes, request));
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException(OptionWords.Of(problem.Message, Catalog.Entry(spec).Options, spec.Operands), problem);
        }

        writer.WritePropertyName("value");
        JsonTensors.Write(writer, result.Value, ValueShape(spec, shapes, result.Value.Lengths));
        writer.WriteStartObject("grads");
        foreach (string name in gradients ?? [.. result.Gradients.Keys])
        {
            writer.WritePropertyName(name);
            JsonTensors.Write(writer, result.Gradients[name], shapes[name].AsSpan());
        }
        writer.WriteEndObject();
        WriteWarnings(writer, InputWarnings.Of(spec, operands, shapes));
    }

    /// <summary>Writes warnings beside an answer; nothing where there are none.</summary>
    public static void WriteWarnings(Utf8JsonWriter writer, ImmutableArray<string> warnings)
    {
        if (warnings.IsEmpty)
            return;
        writer.WriteStartArray("warnings");
        foreach (string warning in warnings)
            writer.WriteStringValue(warning);
        writer.WriteEndArray();
    }

    // The spec expects [1] where the request has a scalar.
    static Tensor<T>? Cotangent<T>(FunctionSpec spec, Operands<T> operands, Dictionary<string, ImmutableArray<nint>> shapes, EvalRequest request)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!request.Has("cotangent"))
            return null;
        JsonElement json = request.Field("cotangent", JsonValueKind.Object);
        Tensor<T> cotangent = JsonTensors.Numbers<T>(json);
        ReadOnlySpan<nint> value = spec.Check(operands).AsSpan();
        return cotangent.Lengths.SequenceEqual(value)
            ? cotangent
            : throw new ArgumentException(
                $"cotangent must have the shape of the value: expected {Shape.Text(ValueShape(spec, shapes, value))}, got " +
                    $"{Shape.Text(JsonTensors.Shape(json))}.");
    }

    // A scalar has shape [1] internally, and is written with shape [] wherever torch returns a scalar.
    static ReadOnlySpan<nint> ValueShape(FunctionSpec spec, Dictionary<string, ImmutableArray<nint>> shapes, ReadOnlySpan<nint> value) =>
        spec.ScalarShape(shapes, [.. value]).AsSpan();

    static string Name(FunctionSpec spec, EvalRequest request, JsonElement json) => json.ValueKind != JsonValueKind.String
        ? throw new JsonException($"grad must list names of inputs: expected strings, got {Echo.Of(json.GetRawText())}.")
        : spec.Operands.FirstOrDefault(info => info.Name == request.Argument(json.GetString()!))?.Name
            ?? throw new UnknownNameException($"grad must list inputs that {spec.Name} has", json.GetString()!,
                spec.Operands.Select(info => info.Name));
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Workers;

/// <summary>Writes the requests that a worker is asked: with all options that it takes, so that it needs no defaults, and exact numbers.</summary>
static class WorkerRequests
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Function<T>(WorkerOp op, FunctionSpec spec, Operands<T> operands, IEnumerable<string> gradients, Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T> => Written(op, spec, ElementType.Name<T>(), writer =>
        {
            writer.WriteStartObject("inputs");
            foreach (string name in operands.Names)
                if (operands[name].IsIndices)
                    CaseWriter.WriteIndices(writer, name, operands[name]);
                else
                    Tensor(writer, name, operands[name].Numbers);
            writer.WriteEndObject();
            CaseWriter.WriteNames(writer, "grad", [.. gradients]);
            if (cotangent is not null)
                Tensor(writer, "cotangent", cotangent);
        });

    /// <summary>A run of an optimizer from its initial state, or, with a state, one step from there.</summary>
    public static string Optimizer<T>(
        WorkerOp op, OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, ImmutableArray<ImmutableArray<Tensor<T>>> gradients,
        OptimizerState<T>? from = null) where T : unmanaged, IFloatingPointIeee754<T> => Written(op, spec, ElementType.Name<T>(), writer =>
        {
            Tensors(writer, "params", parameters);
            writer.WriteStartArray("grads");
            foreach (ImmutableArray<Tensor<T>> step in gradients)
                Tensors(writer, null, step);
            writer.WriteEndArray();
            writer.WriteBoolean("state", op.Slots is not { IsEmpty: true });
            if (from is null)
                return;
            writer.WriteStartObject("from");
            writer.WriteNumber("step", from.Step);
            foreach (OptimizerSlot slot in spec.Slots)
                Tensors(writer, slot.Name, from[slot.Name]);
            writer.WriteEndObject();
        });

    public static string Schedule(WorkerOp op, OpSpec spec, double rate, int steps, ImmutableArray<double>? metrics) =>
        Written(op, spec, null, writer =>
        {
            writer.WritePropertyName("lr");
            JsonNumbers.Write(writer, rate);
            if (metrics is { } all)
                ScheduleEval.Write(writer, "metrics", all);
            else
                writer.WriteNumber("steps", steps);
        });

    public static string Initializer(WorkerOp op, OpSpec spec, string elementType, ReadOnlySpan<nint> shape, ulong seed)
    {
        nint[] lengths = shape.ToArray();
        return Written(op, spec, elementType, writer =>
        {
            writer.WriteStartArray("shape");
            foreach (nint length in lengths)
                writer.WriteNumberValue(length);
            writer.WriteEndArray();
            writer.WriteNumber("seed", seed);
        });
    }

    static void Tensor<T>(Utf8JsonWriter writer, string name, Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T>
    {
        writer.WritePropertyName(name);
        JsonTensors.WriteExact(writer, tensor);
    }

    static void Tensors<T>(Utf8JsonWriter writer, string? name, ImmutableArray<Tensor<T>> tensors) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (name is not null)
            writer.WritePropertyName(name);
        writer.WriteStartArray();
        foreach (Tensor<T> tensor in tensors)
            JsonTensors.WriteExact(writer, tensor);
        writer.WriteEndArray();
    }

    static string Written(WorkerOp op, OpSpec spec, string? elementType, Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("op", Words.Of(op.Entry.Kind));
            writer.WriteString("name", op.Name);
            if (elementType is not null)
                writer.WriteString("dtype", elementType);
            writer.WriteStartObject("options");
            foreach ((string name, object? value) in op.Entry.OptionsOf(spec).Where(option => op.Takes(option.Key)))
            {
                writer.WritePropertyName(name);
                OptionValue.Write(writer, value);
            }
            writer.WriteEndObject();
            body(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Cases;

/// <summary>Writes cases as requests of the <c>eval</c> protocol, with additional fields for a single step and for a model.</summary>
static class CaseWriter
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(FunctionCase<T> from) where T : unmanaged, IFloatingPointIeee754<T> => Written(from, writer =>
    {
        WriteSpec(writer, from.Spec);
        writer.WriteStartObject("inputs");
        foreach (string name in from.Operands.Names)
            WriteOperand(writer, name, from.Operands[name]);
        writer.WriteEndObject();
        WriteNames(writer, "grad", from.Gradients);
        if (from.Cotangent is not null)
            WriteTensor(writer, "cotangent", from.Cotangent);
        ImmutableArray<string> strided = [.. from.Operands.Names.Where(name => from.Operands[name] is { IsIndices: false } o && !o.Numbers.IsDense)];
        if (!strided.IsEmpty)
            WriteNames(writer, "strided", strided);
    });

    public static string Write<T>(OptimizerCase<T> from) where T : unmanaged, IFloatingPointIeee754<T> => Written(from, writer =>
    {
        WriteSpec(writer, from.Spec);
        WriteTensors(writer, "params", from.State.Parameters);
        writer.WriteStartArray("grads");
        WriteTensors(writer, null, from.Gradients);
        writer.WriteEndArray();
        writer.WriteBoolean("state", true);
        writer.WriteStartObject("from");
        writer.WriteNumber("step", from.State.Step);
        foreach (OptimizerSlot slot in from.Optimizer.Slots)
            WriteTensors(writer, slot.Name, from.State[slot.Name]);
        writer.WriteEndObject();
        if (from.LearningRate is { } rate)
        {
            writer.WritePropertyName("lr");
            JsonNumbers.Write(writer, rate);
        }
    });

    /// <summary>A run of an optimizer from its initial state.</summary>
    public static string Write<T>(OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, ImmutableArray<ImmutableArray<Tensor<T>>> gradients)
        where T : unmanaged, IFloatingPointIeee754<T> => Written(OpKind.Optimizer, ElementType.Name<T>(), writer =>
        {
            WriteSpec(writer, spec);
            WriteTensors(writer, "params", parameters);
            writer.WriteStartArray("grads");
            foreach (ImmutableArray<Tensor<T>> step in gradients)
                WriteTensors(writer, null, step);
            writer.WriteEndArray();
            writer.WriteBoolean("state", true);
        });

    public static string Write<T>(ModelCase<T> from) where T : unmanaged, IFloatingPointIeee754<T> => Written(from, writer =>
    {
        WriteSpec(writer, from.Spec);
        WriteNested(writer, "loss", from.Loss);
        WriteTensors(writer, "params", from.Parameters);
        writer.WriteStartObject("inputs");
        WriteTensor(writer, "input", from.Input);
        WriteOperand(writer, "target", from.Target);
        writer.WriteEndObject();
        WriteTensors(writer, "buffers", from.Context.Buffers);
        WriteTensors(writer, "masks", from.Context.Masks);
    });

    static string Written(Case from, Action<Utf8JsonWriter> body) =>
        Written(from.Kind, from.ElementTypeName, from.Origin is { } origin ? writer => WriteOrigin(writer, origin) : body);

    static void WriteOrigin(Utf8JsonWriter writer, CaseOrigin origin)
    {
        writer.WriteString("name", origin.Op.Name);
        writer.WriteNumber("seed", origin.Seed);
        writer.WriteNumber("case", origin.Index);
    }

    static string Written(OpKind kind, string elementType, Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("op", Words.Of(kind));
            writer.WriteString("dtype", elementType);
            body(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    static void WriteNested(Utf8JsonWriter writer, string field, OpSpec spec)
    {
        writer.WriteStartObject(field);
        WriteSpec(writer, spec);
        writer.WriteEndObject();
    }

    static void WriteSpec(Utf8JsonWriter writer, OpSpec spec)
    {
        writer.WriteString("name", spec.Name);
        writer.WriteStartObject("options");
        foreach ((string name, object? value) in OptionsOf(spec))
        {
            writer.WritePropertyName(name);
            OptionValue.Write(writer, value);
        }
        writer.WriteEndObject();
    }

    // A user's own spec is not in the catalogue; only its name is written.
    internal static IEnumerable<KeyValuePair<string, object?>> OptionsOf(OpSpec spec) =>
        Catalog.All.FirstOrDefault(entry => entry.SpecType == spec.GetType())?.OptionsOf(spec) ?? [];

    internal static void WriteNames(Utf8JsonWriter writer, string field, ImmutableArray<string> names)
    {
        writer.WriteStartArray(field);
        foreach (string name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    static void WriteOperand<T>(Utf8JsonWriter writer, string name, Operand<T> operand) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!operand.IsIndices)
        {
            WriteTensor(writer, name, operand.Numbers);
            return;
        }
        WriteIndices(writer, name, operand);
    }

    internal static void WriteIndices<T>(Utf8JsonWriter writer, string name, Operand<T> operand) where T : unmanaged, IFloatingPointIeee754<T>
    {
        writer.WriteStartObject(name);
        writer.WriteString("dtype", "int64");
        writer.WriteStartArray("shape");
        foreach (nint length in operand.Lengths)
            writer.WriteNumberValue(length);
        writer.WriteEndArray();
        writer.WriteStartArray("data");
        foreach (long index in operand.Indices.Flat())
            writer.WriteNumberValue(index);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteTensor<T>(Utf8JsonWriter writer, string name, Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T>
    {
        writer.WritePropertyName(name);
        JsonTensors.Write(writer, tensor, tensor.Lengths);
    }

    static void WriteTensors<T>(Utf8JsonWriter writer, string? name, ImmutableArray<Tensor<T>> tensors) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (name is null)
            writer.WriteStartArray();
        else
            writer.WriteStartArray(name);
        foreach (Tensor<T> tensor in tensors)
            JsonTensors.Write(writer, tensor, tensor.Lengths);
        writer.WriteEndArray();
    }
}

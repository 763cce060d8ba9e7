using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;

namespace ParityNet.Parity;

/// <summary>
/// Reads and writes tensors of the <c>eval</c> protocol, in which a scalar has shape <c>[]</c>; internally it has <c>[1]</c>.
/// </summary>
static class JsonTensors
{
    public static nint[] Shape(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException($"a tensor must be an object with shape and data: expected an object, got {EvalRequest.Kind(json)}.");
        if (!json.TryGetProperty("shape", out JsonElement shape) || shape.ValueKind != JsonValueKind.Array)
            throw new JsonException(
                $"a tensor must be an object with shape and data: expected a list as shape, got " +
                $"{(shape.ValueKind == JsonValueKind.Undefined ? "none" : EvalRequest.Kind(shape))}.");
        foreach (JsonProperty field in json.EnumerateObject().Where(field => field.Name is not ("shape" or "data" or "dtype")))
            throw new UnknownNameException("field must be one that a tensor has", field.Name, ["shape", "data", "dtype"]);
        return [.. shape.EnumerateArray().Select(Length)];
    }

    public static Operand<T> Read<T>(JsonElement json) where T : unmanaged, IFloatingPointIeee754<T> => DType(json) switch
    {
        "int64" => Filled(json, Integer),
        var other when IsOwn<T>(other) => Filled(json, Number<T>),
        var other => throw new ArgumentException($"dtype must be int64 or the request's own: expected int64 or {Own<T>()}, got {Echo.Of(other!)}."),
    };

    /// <summary>Reads a floating-point tensor: a parameter, a gradient or a cotangent.</summary>
    public static Tensor<T> Numbers<T>(JsonElement json) where T : unmanaged, IFloatingPointIeee754<T> => DType(json) is var dtype && IsOwn<T>(dtype)
        ? Filled(json, Number<T>)
        : throw new ArgumentException($"dtype must be the request's own: expected {Own<T>()}, got {Echo.Of(dtype!)}.");

    public static void Write<T>(Utf8JsonWriter writer, Tensor<T> tensor, ReadOnlySpan<nint> shape) where T : unmanaged, IFloatingPointIeee754<T>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("shape");
        foreach (nint length in shape)
            writer.WriteNumberValue(length);
        writer.WriteEndArray();
        writer.WriteStartArray("data");
        foreach (T number in tensor.Flat())
            JsonNumbers.Write(writer, number);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a tensor with the digits of its exact values, which a reader in double reads as the same numbers.</summary>
    public static void WriteExact<T>(Utf8JsonWriter writer, Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T> =>
        Write(writer, Tensor.Create(Array.ConvertAll(tensor.Flat().ToArray(), double.CreateChecked), tensor.Lengths), tensor.Lengths);

    static string? DType(JsonElement json) => json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("dtype", out JsonElement dtype) ? null
        : dtype.ValueKind == JsonValueKind.String ? dtype.GetString() : dtype.GetRawText();

    static bool IsOwn<T>(string? dtype) => dtype is null || dtype == Own<T>();

    static string Own<T>() => typeof(T) == typeof(float) ? "float32" : "float64";

    static Tensor<N> Filled<N>(JsonElement json, Func<JsonElement, N> read)
    {
        nint[] shape = Shape(json);
        if (!json.TryGetProperty("data", out JsonElement data) || data.ValueKind != JsonValueKind.Array)
            throw new JsonException(
                $"a tensor must be an object with shape and data: expected a list as data, got " +
                $"{(data.ValueKind == JsonValueKind.Undefined ? "none" : EvalRequest.Kind(data))}.");
        N[] numbers = [.. data.EnumerateArray().Select(read)];
        Int128? count = Count(shape);
        if (count != numbers.Length)
            throw new ArgumentException(
                $"data must hold one number an element of shape {ParityNet.Shape.Text(shape)}: expected " +
                $"{count?.ToString(CultureInfo.InvariantCulture) ?? "2^96 or more"}, got {numbers.Length}.");
        return Tensor.Create(numbers, shape.Length == 0 ? [1] : shape);
    }

    // The product of the lengths in 128 bits; null before it could wrap around to a valid count.
    static Int128? Count(nint[] shape)
    {
        if (shape.Contains(0))
            return 0;
        Int128 count = 1;
        foreach (nint length in shape)
            if ((count *= length) >= Int128.One << 96)
                return null;
        return count;
    }

    public static nint Length(JsonElement length)
    {
        if (length.ValueKind == JsonValueKind.Number && length.TryGetInt32(out int value) && value >= 0)
            return value;
        string message = $"shape must hold lengths: expected integers from 0 to {int.MaxValue}, got {Echo.Of(length.GetRawText())}.";
        throw length.ValueKind == JsonValueKind.Number ? new ArgumentException(message) : new JsonException(message);
    }

    static T Number<T>(JsonElement number) where T : unmanaged, IFloatingPointIeee754<T> => JsonNumbers.TryRead(number, out T value)
        ? value
        : throw new JsonException(
            $"data must hold numbers: expected a number, \"NaN\", \"Infinity\" or \"-Infinity\", got {Echo.Of(number.GetRawText())}.");

    static long Integer(JsonElement number) => number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out long value)
        ? value
        : throw new JsonException($"data of dtype int64 must hold integers: expected integers from {long.MinValue} to {long.MaxValue}, got " +
            $"{Echo.Of(number.GetRawText())}.");
}

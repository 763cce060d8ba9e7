using System.Collections.Immutable;
using System.Text.Json;

namespace ParityNet.Serialization;

/// <summary>A validated header: contiguous tensors of one element type, without gaps.</summary>
/// <param name="Metadata">Strings by name.</param>
/// <param name="Entries">The tensors in the order of their bytes.</param>
sealed record SafeTensorsHeader(ImmutableDictionary<string, string> Metadata, ImmutableArray<SafeTensorsEntry> Entries)
{
    public const string MetadataName = "__metadata__";

    /// <summary>The number of bytes of all tensors.</summary>
    public long Bytes => Entries.IsEmpty ? 0 : Entries[^1].End;

    public static SafeTensorsHeader Parse(byte[] text, string type, int size)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new InvalidDataException($"the header must be a JSON object: expected an object, got {document.RootElement.ValueKind}.");
            JsonProperty[] all = [.. document.RootElement.EnumerateObject()];
            ImmutableArray<SafeTensorsEntry> entries =
                [.. all.Where(p => p.Name != MetadataName).Select(p => Entry(p, type, size)).OrderBy(e => e.Start).ThenBy(e => e.End)];
            long end = 0;
            foreach (SafeTensorsEntry entry in entries)
            {
                if (entry.Start != end)
                    throw new InvalidDataException(
                        $"{entry.Name} must start where the tensor before ends: expected offset {end}, got {entry.Start}.");
                end = entry.End;
            }
            return new(Words(all), entries);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException(
                $"the header must be JSON: expected an object, got text that breaks off at byte {problem.BytePositionInLine ?? 0}.", problem);
        }
    }

    static ImmutableDictionary<string, string> Words(JsonProperty[] all)
    {
        JsonElement metadata = all.FirstOrDefault(p => p.Name == MetadataName).Value;
        if (metadata.ValueKind == JsonValueKind.Undefined)
            return ImmutableDictionary<string, string>.Empty;
        if (metadata.ValueKind != JsonValueKind.Object || metadata.EnumerateObject().Any(word => word.Value.ValueKind != JsonValueKind.String))
            throw new InvalidDataException($"{MetadataName} must hold words: expected an object of strings, got {metadata.GetRawText()}.");
        return metadata.EnumerateObject().ToImmutableDictionary(word => word.Name, word => word.Value.GetString()!);
    }

    static SafeTensorsEntry Entry(JsonProperty tensor, string type, int size)
    {
        string name = tensor.Name;
        string? own = tensor.Value.ValueKind == JsonValueKind.Object
            && tensor.Value.TryGetProperty("dtype", out JsonElement dtype) ? dtype.ToString() : null;
        if (own != type)
            throw new InvalidDataException($"{name} must have the element type that is loaded: expected {type}, got {own ?? "none"}.");
        long[] shape = Integers(tensor, "shape"), offsets = Integers(tensor, "data_offsets");
        Int128 bytes = size;
        foreach (long extent in shape)
            bytes = Int128.Min(bytes * extent, Int128.One << 96);
        if (offsets.Length != 2 || offsets[1] - offsets[0] != bytes)
            throw new InvalidDataException(
                $"{name} must have as many bytes as its shape says: expected two offsets {bytes} apart, got [{string.Join(", ", offsets)}].");
        return new(name, shape.Length == 0 ? [1] : [.. shape.Select(extent => (nint)extent)], offsets[0], offsets[1]);
    }

    static long[] Integers(JsonProperty tensor, string field)
    {
        if (tensor.Value.TryGetProperty(field, out JsonElement list) && list.ValueKind == JsonValueKind.Array)
        {
            long[] numbers =
                [.. list.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Number && n.TryGetInt64(out long value) ? value : -1)];
            if (numbers.All(n => n >= 0))
                return numbers;
        }
        throw new InvalidDataException(
            $"{tensor.Name} must have its {field}: expected a list of integers of at least 0, got " +
            $"{(list.ValueKind == JsonValueKind.Undefined ? "none" : list.GetRawText())}.");
    }
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace ParityNet.Serialization;

/// <summary>A validated header: contiguous tensors of one element type, without gaps.</summary>
/// <param name="Metadata">Strings by name.</param>
/// <param name="Entries">The tensors in the order of their bytes.</param>
sealed record SafeTensorsHeader(ImmutableDictionary<string, string> Metadata, ImmutableArray<SafeTensorsEntry> Entries)
{
    public const string MetadataName = "__metadata__";

    const int Echoed = 80;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The number of bytes of all tensors.</summary>
    public long Bytes => Entries.IsEmpty ? 0 : Entries[^1].End;

    public static SafeTensorsHeader Parse(byte[] text, string type, int size)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Strict.GetString(text));
            JsonProperty[] all = Properties(document.RootElement, "the header");
            ImmutableArray<SafeTensorsEntry> entries =
                [.. all.Where(p => p.Name != MetadataName).Select(p => Entry(p, type, size)).OrderBy(e => e.Start).ThenBy(e => e.End)];
            long end = 0;
            foreach (SafeTensorsEntry entry in entries)
            {
                if (entry.Start != end)
                    throw new InvalidDataException(
                        $"{Cut(entry.Name)} must start where the tensor before ends: expected offset {end}, got {entry.Start}.");
                end = entry.End;
            }
            return new(Words(all), entries);
        }
        catch (DecoderFallbackException problem)
        {
            throw new InvalidDataException($"the header must be UTF-8: expected a character, got other bytes at byte {problem.Index}.", problem);
        }
        catch (InvalidOperationException problem)
        {
            throw new InvalidDataException("the header must be Unicode text: expected characters, got half of a surrogate pair.", problem);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException(
                $"the header must be JSON: expected an object, got text that breaks off at byte {problem.BytePositionInLine ?? 0}.", problem);
        }
    }

    // The properties of an object, whose names must differ.
    static JsonProperty[] Properties(JsonElement element, string of)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException($"{of} must be a JSON object: expected an object, got {element.ValueKind}.");
        JsonProperty[] all = [.. element.EnumerateObject()];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in all)
            if (!names.Add(property.Name))
                throw new InvalidDataException($"{of} must have different names: expected one {Cut(property.Name)}, got another.");
        return all;
    }

    // What a file says is echoed in part, without control characters.
    public static string Cut(string text)
    {
        string plain = string.Concat(text.Take(Echoed + 1).Select(c => char.IsControl(c) ? '�' : c));
        return plain.Length > Echoed ? plain[..Echoed] + "…" : plain;
    }

    static ImmutableDictionary<string, string> Words(JsonProperty[] all)
    {
        JsonElement metadata = all.FirstOrDefault(p => p.Name == MetadataName).Value;
        if (metadata.ValueKind == JsonValueKind.Undefined)
            return ImmutableDictionary<string, string>.Empty;
        JsonProperty[] words = Properties(metadata, MetadataName);
        foreach (JsonProperty word in words)
            if (word.Value.ValueKind != JsonValueKind.String)
                throw new InvalidDataException($"{MetadataName} must hold strings: expected a string as {Cut(word.Name)}, got another value.");
        return words.ToImmutableDictionary(word => word.Name, word => word.Value.GetString()!);
    }

    static SafeTensorsEntry Entry(JsonProperty tensor, string type, int size)
    {
        string name = Cut(tensor.Name);
        Properties(tensor.Value, name);
        string? own = tensor.Value.TryGetProperty("dtype", out JsonElement dtype) ? dtype.ToString() : null;
        if (own != type)
            throw new InvalidDataException($"{name} must have the element type that is loaded: expected {type}, got {Cut(own ?? "none")}.");
        long[] shape = Integers(tensor, "shape"), offsets = Integers(tensor, "data_offsets");
        UInt128 most = (UInt128)Array.MaxLength, elements = 1;
        foreach (long extent in shape.Where(extent => extent != 0))
            elements = UInt128.Min(elements, most + 1) * (ulong)extent;
        if (elements > most)
            throw new InvalidDataException($"{name} must fit into an array: expected at most {most} elements, got more by its shape.");
        long bytes = shape.Contains(0) ? 0 : (long)elements * size;
        if (offsets.Length != 2 || offsets[1] - offsets[0] != bytes)
            throw new InvalidDataException(
                $"{name} must have as many bytes as its shape says: expected two offsets {bytes} apart, got " +
                    $"{Cut($"[{string.Join(", ", offsets)}]")}.");
        return new(tensor.Name, shape.Length == 0 ? [1] : [.. shape.Select(extent => (nint)extent)], offsets[0], offsets[1]);
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
            $"{Cut(tensor.Name)} must have its {field}: expected a list of integers of at least 0, got " +
            $"{(list.ValueKind == JsonValueKind.Undefined ? "none" : Cut(list.GetRawText()))}.");
    }
}

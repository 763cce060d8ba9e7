using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ParityNet.Serialization;

/// <summary>
/// Named tensors and strings in a <see href="https://github.com/huggingface/safetensors">safetensors</see> file, which other systems read.
/// </summary>
/// <remarks>
/// The file is the length of a header as eight bytes, the header as JSON, then the numbers of all tensors, little-endian and row-major.
/// </remarks>
/// <typeparam name="T">The floating-point type, <see cref="float"/> or <see cref="double"/>; a file holds tensors of one type.</typeparam>
/// <param name="Metadata">Strings by name.</param>
/// <param name="Tensors">Tensors by name.</param>
public sealed record SafeTensors<T>(ImmutableDictionary<string, string> Metadata, ImmutableDictionary<string, Tensor<T>> Tensors)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // The limit of the reference implementation.
    const int MostHeader = 100_000_000;

    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string Type => typeof(T) == typeof(float) ? "F32" : "F64";

    /// <summary>Saves a file; an existing file is replaced at the end, or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, stream => Write(stream, ImmutableHashSet<string>.Empty));

    /// <summary>Loads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its tensors and strings; a single number has shape <c>[1]</c>.</returns>
    /// <exception cref="InvalidDataException">The file is broken, or holds tensors of another element type.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SafeTensors<T> Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Read(stream);
    }

    /// <summary>Writes the file; the tensors named in <paramref name="numbers"/> get the shape <c>[]</c>.</summary>
    internal void Write(Stream stream, IReadOnlySet<string> numbers)
    {
        KeyValuePair<string, Tensor<T>>[] ordered = [.. Tensors.OrderBy(tensor => tensor.Key, StringComparer.Ordinal)];
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header, Plain))
            WriteHeader(json, ordered, numbers);
        // The header is padded with spaces so that the data is aligned to eight bytes.
        while (header.Length % 8 != 0)
            header.WriteByte((byte)' ');
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        header.WriteTo(stream);
        foreach ((_, Tensor<T> tensor) in ordered)
            stream.Write(LittleEndian(MemoryMarshal.AsBytes(tensor.Flat()).ToArray()));
    }

    internal static SafeTensors<T> Read(Stream stream)
    {
        // Nothing is allocated before its size fits what there is.
        if (!stream.CanSeek)
        {
            var whole = new MemoryStream();
            stream.CopyTo(whole);
            whole.Position = 0;
            return Read(whole);
        }

        Span<byte> eight = stackalloc byte[8];
        Fill(stream, eight, "the length of its header");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(eight);
        long most = Math.Min(MostHeader, stream.Length - stream.Position);
        if (length > (ulong)most)
            throw new InvalidDataException($"the header must fit the file and 100 MB: expected at most {most} bytes, got {length}.");
        var text = new byte[length];
        Fill(stream, text, "its header");
        SafeTensorsHeader header = SafeTensorsHeader.Parse(text, Type, Unsafe.SizeOf<T>());
        if (stream.Length - stream.Position != header.Bytes)
            throw new InvalidDataException(
                $"the file must hold the numbers that its header names: expected {header.Bytes} bytes, got {stream.Length - stream.Position}.");
        var tensors = ImmutableDictionary.CreateBuilder<string, Tensor<T>>(StringComparer.Ordinal);
        foreach (SafeTensorsEntry entry in header.Entries)
        {
            var numbers = new T[(entry.End - entry.Start) / Unsafe.SizeOf<T>()];
            Span<byte> bytes = MemoryMarshal.AsBytes(numbers.AsSpan());
            Fill(stream, bytes, SafeTensorsHeader.Cut(entry.Name));
            LittleEndian(bytes);
            tensors[entry.Name] = Tensor.Create(numbers, entry.Shape.AsSpan());
        }
        return new(header.Metadata, tensors.ToImmutable());
    }

    void WriteHeader(Utf8JsonWriter json, KeyValuePair<string, Tensor<T>>[] ordered, IReadOnlySet<string> numbers)
    {
        json.WriteStartObject();
        json.WriteStartObject(SafeTensorsHeader.MetadataName);
        foreach ((string name, string word) in Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(name, word);
        json.WriteEndObject();
        long start = 0;
        foreach ((string name, Tensor<T> tensor) in ordered)
        {
            json.WriteStartObject(name);
            json.WriteString("dtype", Type);
            json.WriteStartArray("shape");
            foreach (nint extent in numbers.Contains(name) ? [] : tensor.Lengths)
                json.WriteNumberValue(extent);
            json.WriteEndArray();
            json.WriteStartArray("data_offsets");
            json.WriteNumberValue(start);
            json.WriteNumberValue(start += tensor.FlattenedLength * Unsafe.SizeOf<T>());
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    static void Fill(Stream stream, Span<byte> bytes, string what)
    {
        int got = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (got < bytes.Length)
            throw new InvalidDataException($"the file must be whole: expected {bytes.Length} bytes of {what}, got {got}.");
    }

    static Span<byte> LittleEndian(Span<byte> numbers)
    {
        if (!BitConverter.IsLittleEndian)
            for (int i = 0; i < numbers.Length; i += Unsafe.SizeOf<T>())
                numbers.Slice(i, Unsafe.SizeOf<T>()).Reverse();
        return numbers;
    }
}

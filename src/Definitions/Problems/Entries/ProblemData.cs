using System.Collections.Immutable;
using System.Text.Json;

namespace ParityNet.Definitions.Problems;

/// <summary>The entry of a problem in a data file: everything about it that is no formula.</summary>
sealed class ProblemData(JsonElement entry)
{
    public string Name => entry.GetProperty("name").GetString()!;

    public string Title => entry.GetProperty("title").GetString()!;

    public ImmutableArray<double> Start => [.. this["start"].Select(number => number.Value)];

    public ImmutableArray<PublishedMinimum> Minima =>
    [
        .. entry.GetProperty("minima").EnumerateArray().Select(minimum => new PublishedMinimum(
            Number(minimum.TryGetProperty("rounded", out JsonElement rounded) ? rounded : minimum.GetProperty("value")),
            rounded.ValueKind == JsonValueKind.Number,
            minimum.TryGetProperty("at", out JsonElement at) ? [.. Numbers(at)] : [])),
    ];

    /// <summary>A list of numbers.</summary>
    public DecimalNumber[] this[string name] => [.. Numbers(entry.GetProperty(name))];

    /// <summary>Several lists of numbers.</summary>
    public IEnumerable<DecimalNumber[]> Lists(string name) => entry.GetProperty(name).EnumerateArray().Select(list => Numbers(list).ToArray());

    /// <summary>A number.</summary>
    public DecimalNumber Number(string name) => Number(entry.GetProperty(name));

    /// <summary>A list of numbers, in which null stands for none; null where there is no list.</summary>
    public ImmutableArray<double>? Limits(string name, double none) => entry.TryGetProperty(name, out JsonElement list)
        ? [.. list.EnumerateArray().Select(limit => limit.ValueKind == JsonValueKind.Null ? none : limit.GetDouble())]
        : null;

    /// <summary>All entries of an embedded file.</summary>
    public static IReadOnlyList<ProblemData> Of(string file)
    {
        using Stream stream = Open(file);
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("problems").EnumerateArray().Select(entry => new ProblemData(entry.Clone()))];
    }

    /// <summary>An embedded file.</summary>
    public static Stream Open(string file) => typeof(ProblemData).Assembly.GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"The assembly must hold its data: expected {file}, got none.");

    static IEnumerable<DecimalNumber> Numbers(JsonElement list) => list.EnumerateArray().Select(Number);

    static DecimalNumber Number(JsonElement number) => DecimalNumber.Parse(number.GetRawText());
}

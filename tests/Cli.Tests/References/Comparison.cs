using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Cli.Tests.References;

/// <summary>Collects where an answer is not what it must be.</summary>
sealed class Comparison(string name)
{
    readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public void Say(string problem) => problems.Add($"{name}: {problem}");

    /// <summary>Both answers must have the same members, shapes, and places of NaN and of infinities.</summary>
    public void SameForm(JsonElement expected, JsonElement actual, string path = "answer")
    {
        if (IsNumber(expected) && IsNumber(actual))
        {
            if (expected.ValueKind != actual.ValueKind || (expected.ValueKind == JsonValueKind.String && expected.GetString() != actual.GetString()))
                Say($"{path} must be finite where it is for PyTorch: expected {expected.GetRawText()}, got {actual.GetRawText()}.");
        }
        else if (expected.ValueKind != actual.ValueKind)
            Say($"{path} must be of the same kind: expected {expected.GetRawText()}, got {actual.GetRawText()}.");
        else if (expected.ValueKind == JsonValueKind.Object)
            SameMembers(expected, actual, path);
        else if (expected.ValueKind == JsonValueKind.Array)
            SameItems(expected, actual, path);
    }

    /// <summary>Every number must be one that a faithful implementation can produce.</summary>
    public void Inside<T>(string quantity, ImmutableArray<Enclosure<T>> bounds, JsonElement actual) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int i = 0;
        foreach (JsonElement number in actual.GetProperty("data").EnumerateArray())
        {
            T value = Reference.Number<T>(number);
            if (!bounds[i].Contains(value))
                Say($"{quantity}[{i}] must lie in its enclosure: expected {bounds[i]}, got {value}.");
            i++;
        }
    }

    /// <summary>Every learning rate must be one that the recurrence allows.</summary>
    public void Rates(string whose, ImmutableArray<Enclosure<double>> bounds, JsonElement answer)
    {
        for (int i = 0; i < bounds.Length; i++)
            if (!bounds[i].Contains(answer.GetProperty("lr")[i].GetDouble()))
                Say($"{whose} lr[{i}] must lie in its enclosure: expected {bounds[i]}, got {answer.GetProperty("lr")[i].GetRawText()}.");
    }

    void SameMembers(JsonElement expected, JsonElement actual, string path)
    {
        string[] wanted = [.. expected.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal)];
        string[] given = [.. actual.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal)];
        if (!wanted.SequenceEqual(given))
            Say($"{path} must have the same members: expected {string.Join(", ", wanted)}, got {string.Join(", ", given)}.");
        else
            foreach (JsonProperty member in expected.EnumerateObject())
                if (member.Name is "shape" or "id")
                    SameText(member.Value, actual.GetProperty(member.Name), $"{path}.{member.Name}");
                else
                    SameForm(member.Value, actual.GetProperty(member.Name), $"{path}.{member.Name}");
    }

    void SameItems(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
            Say($"{path} must have the same length: expected {expected.GetArrayLength()}, got {actual.GetArrayLength()}.");
        else
            for (int i = 0; i < expected.GetArrayLength(); i++)
                SameForm(expected[i], actual[i], $"{path}[{i}]");
    }

    void SameText(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.GetRawText().Replace(" ", "") != actual.GetRawText().Replace(" ", ""))
            Say($"{path} must be the same: expected {expected.GetRawText()}, got {actual.GetRawText()}.");
    }

    static bool IsNumber(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number || (json.ValueKind == JsonValueKind.String && json.GetString() is "NaN" or "Infinity" or "-Infinity");
}

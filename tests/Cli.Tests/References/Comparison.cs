using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Cli.Tests.References;

/// <summary>Collects where an answer is not what it must be.</summary>
sealed class Comparison(string name)
{
    readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public void Say(string problem) => problems.Add($"{name}: {problem}");

    /// <summary>Both answers must have the same members, the same id and the same shapes.</summary>
    public void SameForm(JsonElement expected, JsonElement actual, string path = "answer")
    {
        if (IsNumber(expected) && IsNumber(actual))
            return;
        if (expected.ValueKind != actual.ValueKind)
            Say($"{path} must be of the same kind: expected {expected.GetRawText()}, got {actual.GetRawText()}.");
        else if (expected.ValueKind == JsonValueKind.Object)
            SameMembers(expected, actual, path);
        else if (expected.ValueKind == JsonValueKind.Array)
            SameItems(expected, actual, path);
    }

    /// <summary>Every number must be one that a faithful implementation can produce, by overflow on the way too; NaN and the infinities too.</summary>
    /// <param name="quantity">What was computed.</param>
    /// <param name="bounds">What is faithful.</param>
    /// <param name="values">What was answered.</param>
    /// <param name="isKnown">Whether a number outside is on record.</param>
    /// <param name="whose">Where the values come from.</param>
    public void Inside<T>(string quantity, ImmutableArray<Enclosure<T>> bounds, ReadOnlySpan<T> values, Func<Finding, bool> isKnown, string whose = "answered")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            double value = double.CreateChecked(values[i]);
            if (!bounds[i].Contains(values[i]) && !bounds[i].ContainsBeyondRange(values[i]) && !isKnown(new Finding(Verdict.SecondOutside, quantity, i, value, value, double.NaN, bounds[i].Lo, bounds[i].Hi, 0, 0)))
                Say($"{whose} {quantity}[{i}] must lie in its enclosure: expected {bounds[i]}, got {values[i]}.");
        }
    }

    /// <summary>Every number of a step must be one that a faithful implementation can produce, and every number that was stored of it.</summary>
    /// <param name="about">The step.</param>
    /// <param name="backend">The backend that takes it.</param>
    /// <param name="stored">Parameters and slots after the step, as they were stored; null where slots were not.</param>
    /// <param name="step">Its number, from 0.</param>
    /// <param name="isKnown">Whether a number of the backend outside is on record.</param>
    /// <param name="isKnownStored">Whether a stored number outside is on record.</param>
    public void Step<T>(OptimizerCase<T> about, IBackend backend, OptimizerState<T>? stored, int step, Func<Finding, bool> isKnown, Func<Finding, bool> isKnownStored)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImmutableArray<Defined<Enclosure<T>>> bounds = about.Define<Enclosure<T>>();
        foreach ((Quantity<T> computed, Defined<Enclosure<T>> defined) in about.Run(backend).Zip(bounds))
            Inside(computed.Name, defined.Elements, computed.Values.Flat(), isKnown, $"step {step + 1}: answered");
        if (stored is null)
            return;
        ImmutableArray<Tensor<T>> all = [.. stored.Parameters, .. about.Optimizer.Slots.SelectMany(slot => stored[slot.Name])];
        foreach ((Tensor<T> values, Defined<Enclosure<T>> defined) in all.Zip(bounds))
            Inside(defined.Name, defined.Elements, values.Flat(), isKnownStored, $"step {step + 1}: stored");
    }

    /// <summary>Every number of a list must be one that its formula allows.</summary>
    public void Numbers(string whose, string list, ImmutableArray<Enclosure<double>> bounds, JsonElement answer)
    {
        for (int i = 0; i < bounds.Length; i++)
            if (!bounds[i].Contains(answer.GetProperty(list)[i].GetDouble()))
                Say($"{whose} {list}[{i}] must lie in its enclosure: expected {bounds[i]}, got {answer.GetProperty(list)[i].GetRawText()}.");
    }

    void SameMembers(JsonElement expected, JsonElement actual, string path)
    {
        string[] wanted = [.. expected.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal)];
        // What is likely not meant is said beside the answer, which PyTorch's answers on record have no place for.
        string[] given = [.. actual.EnumerateObject().Select(m => m.Name).Where(name => name != "warnings").Order(StringComparer.Ordinal)];
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

using System.Text.Json;
using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Training;

/// <summary>
/// Parses specs of the command line: <c>sgd</c>, or with options <c>sgd:momentum=0.9,nesterov=true</c>. A list or another spec is JSON:
/// <c>multi_step_lr:milestones=[30,80]</c>.
/// </summary>
static class SpecText
{
    /// <summary>Reads a spec.</summary>
    /// <param name="kind">The kind of op.</param>
    /// <param name="text">The text.</param>
    /// <param name="learningRate">A value for the option <c>lr</c>; null for none.</param>
    /// <exception cref="ArgumentException">The op or an option is unknown, or a value is out of range.</exception>
    public static OpSpec Read(OpKind kind, string text, double? learningRate = null)
    {
        string[] parts = text.Split(':', 2);
        var options = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (string pair in parts.Length > 1 ? Pairs(parts[1]) : [])
        {
            string[] sides = pair.Split('=', 2);
            if (sides.Length < 2)
                throw new UsageException($"{parts[0]} must have its options as name=value: expected an equals sign, got {pair}.");
            options[sides[0]] = Value(sides[1]);
        }
        if (learningRate is { } rate)
            options["lr"] = JsonSerializer.SerializeToElement(rate);
        return Catalog.Find(kind, parts[0]).Build(options, parts[0]);
    }

    // A comma within brackets does not separate options.
    static IEnumerable<string> Pairs(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] is '[' or '{' ? 1 : text[i] is ']' or '}' ? -1 : 0;
            if (text[i] != ',' || depth > 0)
                continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }
        yield return text[start..].Trim();
    }

    static JsonElement Value(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }
}

using System.Reflection;
using System.Text;

namespace ParityNet.Parity;

/// <summary>Converts C# names to PyTorch's spelling.</summary>
static class Words
{
    /// <summary>Writes <c>WeightDecay</c> as <c>weight_decay</c>.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    /// <summary>Writes an enumeration value as one word: <c>batchmean</c>, or the word in its attribute.</summary>
    public static string Of(object value) =>
        value.GetType().GetField(value.ToString()!)?.GetCustomAttribute<OptionAttribute>()?.Name ?? value.ToString()!.ToLowerInvariant();

    /// <summary>Writes a kind of op with its article: <c>an optimizer</c>.</summary>
    public static string Article(OpKind kind) =>
        Of(kind) is var word && "aeiou".Contains(word[0], StringComparison.Ordinal) ? $"an {word}" : $"a {Of(kind)}";
}

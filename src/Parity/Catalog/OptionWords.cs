using System.Text.RegularExpressions;

namespace ParityNet.Parity;

/// <summary>Messages of specs in the words of those who write options: <c>LearningRate</c> becomes <c>lr</c>, <c>BatchMean</c> becomes <c>batchmean</c>.</summary>
static partial class OptionWords
{
    /// <summary>Writes a message in PyTorch's words.</summary>
    /// <param name="message">The message of a spec.</param>
    /// <param name="options">The options of its op.</param>
    public static string Of(string message, IEnumerable<OptionInfo> options)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (OptionInfo option in options)
        {
            words[option.Property.Name] = option.Index < 0 ? option.Name : $"{option.Name}[{option.Index}]";
            if (option.Enumeration is { } enumeration)
                foreach (object value in Enum.GetValues(enumeration))
                    words[value.ToString()!] = Words.Of(value);
        }
        return Capitalised.Replace(message, word => words.GetValueOrDefault(word.Value, word.Value));
    }

    // Only names of properties and of an enumeration's values are capitalised in a message.
    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    static partial Regex Capitalised { get; }
}

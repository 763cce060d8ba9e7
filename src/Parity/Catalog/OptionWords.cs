using System.Text.RegularExpressions;

namespace ParityNet.Parity;

/// <summary>
/// Translates the messages of specs into the names of requests: <c>LearningRate</c> becomes <c>lr</c>, <c>BatchMean</c> becomes
/// <c>batchmean</c>, <c>prediction</c> becomes <c>input</c>.
/// </summary>
static partial class OptionWords
{
    /// <summary>A message in PyTorch's names.</summary>
    /// <param name="message">The message of a spec.</param>
    /// <param name="options">The options of its op.</param>
    /// <param name="operands">The arguments of its op, where the message may name them.</param>
    public static string Of(string message, IEnumerable<OptionInfo> options, IEnumerable<OperandInfo>? operands = null)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (OptionInfo option in options)
        {
            words[option.Property.Name] = option.Index < 0 ? option.Name : $"{option.Name}[{option.Index}]";
            if (option.Enumeration is { } enumeration)
                foreach (object value in Enum.GetValues(enumeration))
                    words[value.ToString()!] = Words.Of(value);
        }
        foreach (OperandInfo operand in (operands ?? []).Where(operand => operand.Label != operand.Name))
            words[operand.Label] = operand.Name;
        return Word.Replace(message, word => words.GetValueOrDefault(word.Value, word.Value));
    }

    /// <summary>A message about an argument of a C# method, with the name of the request's field instead.</summary>
    /// <param name="message">A message that starts with the name of the argument.</param>
    public static string OfField(string message) => FirstWord.Replace(message, word => word.Value switch
    {
        "learningRate" => "lr",
        "gradients" => "grads",
        "parameters" => "params",
        "start" => "x0",
        var other => other,
    });

    // Only names of properties and of enumeration values are capitalised in a message.
    [GeneratedRegex(@"\b\w+\b")]
    static partial Regex Word { get; }

    [GeneratedRegex(@"^\w+\b")]
    static partial Regex FirstWord { get; }
}

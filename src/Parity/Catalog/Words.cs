using System.Text;

namespace ParityNet.Parity;

/// <summary>PyTorch's spelling of our names.</summary>
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

    /// <summary>Writes an enumeration's value as one word: <c>batchmean</c>.</summary>
    public static string Of(object value) => value.ToString()!.ToLowerInvariant();
}

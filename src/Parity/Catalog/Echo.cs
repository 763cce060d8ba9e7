using System.Text;

namespace ParityNet.Parity;

/// <summary>Makes user input safe to show in a message: short, and without control characters.</summary>
static class Echo
{
    const int Longest = 80;

    /// <summary>The first 80 characters of a text, with control characters replaced by spaces.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text to show: <c>''</c> for an empty text; a truncated text ends in ….</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return "''";
        return text.Length <= Longest ? Clean(text) : Clean(text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)]) + "…";
    }

    /// <summary>A text of any length, with control characters replaced by spaces.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text to show, on one line.</returns>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(IsMoving))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (char c in text.ReplaceLineEndings(" "))
            clean.Append(IsMoving(c) ? ' ' : c);
        return clean.ToString();
    }

    // Bidirectional formatting characters are no control characters, yet reorder the line.
    static bool IsMoving(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

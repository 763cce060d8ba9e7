using System.Text;

namespace ParityNet.Parity;

/// <summary>What somebody wrote, as it may be shown in a message: short, and without characters that move a cursor.</summary>
public static class Echo
{
    const int Longest = 80;

    /// <summary>At most 80 characters of a text, its control characters as spaces.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text to show: <c>''</c> for an empty one; it ends in … where some was left off.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return "''";
        return text.Length <= Longest ? Clean(text) : Clean(text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)]) + "…";
    }

    /// <summary>A text of any length, its control characters as spaces.</summary>
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

    // Directions of writing are no control characters, and turn a line about all the same.
    static bool IsMoving(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

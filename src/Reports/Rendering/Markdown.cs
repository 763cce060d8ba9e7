using System.Text;

namespace ParityNet.Reports.Rendering;

/// <summary>Writes elements of GitHub's Markdown.</summary>
static class Markdown
{
    /// <summary>A table whose first columns are text, aligned left, and whose others are numbers, aligned right.</summary>
    public static string Table(IReadOnlyList<string> header, int left, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", header.Select(Cell)).Append(" |\n");
        text.Append("| ").AppendJoin(" | ", header.Select((_, i) => i < left ? ":--" : "--:")).Append(" |\n");
        foreach (IReadOnlyList<string> row in rows)
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        return text.Append('\n').ToString();
    }

    /// <summary>Escaped text, also for a table cell.</summary>
    public static string Cell(string text)
    {
        var escaped = new StringBuilder();
        foreach (char c in text)
            _ = c switch
            {
                '\n' or '\r' => escaped.Append(' '),
                '<' => escaped.Append("&lt;"),
                '&' => escaped.Append("&amp;"),
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '#' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        return escaped.ToString();
    }

    /// <summary>Inline code, with bars escaped, since they end a table cell even there.</summary>
    public static string Code(string code)
    {
        if (code.Length == 0)
            return "";
        string flat = code.Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal);
        string fence = Fence(flat, 1);
        return fence.Length == 1 ? $"`{flat}`" : $"{fence} {flat} {fence}";
    }

    /// <summary>A code block.</summary>
    public static string Block(string language, string code)
    {
        string fence = Fence(code, 3);
        return $"{fence}{language}\n{code}\n{fence}\n\n";
    }

    /// <summary>A collapsed section.</summary>
    public static string Folded(string summary, string body) => $"<details><summary>{Cell(summary)}</summary>\n\n{body}</details>\n\n";

    // A fence must be longer than any run of backticks inside.
    static string Fence(string code, int smallest)
    {
        int longest = 0, run = 0;
        foreach (char c in code)
            longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        return new string('`', Math.Max(smallest, longest + 1));
    }
}

namespace ParityNet.Tests;

/// <summary>A fenced block of a page, with the comment that stands right above it.</summary>
sealed record Block(string Page, int Line, string Language, string Note, string[] Lines)
{
    public string Position => $"{Page}:{Line}";

    /// <summary>Every page that people read, from the root of the repository.</summary>
    public static IEnumerable<string> Pages => Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(Directory.EnumerateFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories))
        .Select(page => Path.GetRelativePath(Repository.Root, page)).Order(StringComparer.Ordinal);

    public static IEnumerable<Block> All => Pages.SelectMany(Of);

    /// <summary>What a note says, for example the path in <c>&lt;!-- from: path --&gt;</c>.</summary>
    public string? Said(string word)
    {
        string opening = $"<!-- {word}: ";
        return Note.StartsWith(opening, StringComparison.Ordinal) ? Note[opening.Length..].Replace(" -->", "", StringComparison.Ordinal).Trim() : null;
    }

    static IEnumerable<Block> Of(string page)
    {
        string[] lines = File.ReadAllLines(Repository.At(page));
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            int end = Array.FindIndex(lines, i + 1, line => line.StartsWith("```", StringComparison.Ordinal));
            yield return new Block(page, i + 1, lines[i][3..].Trim(), i > 0 ? lines[i - 1] : "", lines[(i + 1)..end]);
            i = end;
        }
    }
}

using System.Text.RegularExpressions;
using CsvHelper;

namespace ParityNet.Cli.Tables;

/// <summary>Finds the character between the cells of a table.</summary>
static partial class Separators
{
    const int Looked = 200;

    // In the order of preference: a table with semicolons may have decimal commas, one with commas has no semicolon in every row.
    static readonly char[] Known = ['\t', ';', '|', ','];

    /// <summary>The words of the command line.</summary>
    public static IReadOnlyDictionary<string, char> Words { get; } = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["comma"] = ',',
        ["semicolon"] = ';',
        ["tab"] = '\t',
        ["bar"] = '|',
        ["spaces"] = ' ',
    };

    /// <summary>The word for a separator.</summary>
    public static string Word(char separator) => Words.First(pair => pair.Value == separator).Key;

    /// <summary>The separator with which most lines are rows of a table of several columns.</summary>
    /// <param name="text">The table.</param>
    /// <param name="options">What is known of it.</param>
    /// <returns>The separator; spaces where no other gives more than one column, and a comma where they do not either.</returns>
    public static char Of(string text, TableOptions options)
    {
        (char Separator, int Cells, int Fitting)[] tried = [.. Known.Select(separator => Tried(text, separator, options))];
        return tried.Where(one => one.Cells > 1).OrderByDescending(one => one.Fitting).Select(one => (char?)one.Separator).FirstOrDefault()
            ?? (Tried(text, ' ', options) is { Cells: > 1, Fitting: > 0 } ? ' ' : ',');
    }

    /// <summary>The lines of a table, but for empty ones and those to be skipped.</summary>
    public static IEnumerable<TableLine> Lines(string text, char separator, TableOptions options)
    {
        using CsvReader reader = separator == ' ' ? CsvReader.FromText(Tabbed(text), Options('\t')) : CsvReader.FromText(text, Options(separator));
        while (reader.Read())
            if (reader.Current.ToArray() is { Length: > 0 } cells && !options.SkipLines.Contains((int)reader.LineNumber))
                yield return new(cells, (int)reader.LineNumber);
    }

    // Any number of spaces is one separator, but for those in quotes and at the ends of a line.
    static string Tabbed(string text) => Spaces.Replace(text, match => match.Value[0] == '"' ? match.Value
        : match.Index == 0 || text[match.Index - 1] is '\n' or '\r' || match.Index + match.Length == text.Length
            || text[match.Index + match.Length] is '\n' or '\r' ? "" : "\t");

    static CsvReaderOptions Options(char separator) => new()
    {
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        Separator = separator,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    static (char Separator, int Cells, int Fitting) Tried(string text, char separator, TableOptions options)
    {
        var lines = new List<TableLine>();
        try
        {
            lines.AddRange(Lines(text, separator, options).Take(Looked));
        }
        catch (CsvFormatException)
        {
            // A quote within a cell may be the fault of this separator.
        }
        if (lines.Count == 0)
            return (separator, 0, 0);
        var form = TableForm.Of(lines, options.HasHeader);
        return (separator, form.Header.Length, form.Rows.Count);
    }

    [GeneratedRegex(@"""[^""]*""|[ \t]+")]
    static partial Regex Spaces { get; }
}

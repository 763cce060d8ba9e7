using CsvHelper;

namespace ParityNet.Cli.Tables;

/// <summary>Finds the character between the cells of a table.</summary>
static class Separators
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
    };

    /// <summary>The word for a separator.</summary>
    public static string Word(char separator) => Words.First(pair => pair.Value == separator).Key;

    /// <summary>The separator that gives every row as many cells as the header, and most of them.</summary>
    /// <param name="text">The table.</param>
    /// <returns>The separator; a comma for a table of one column.</returns>
    public static char Of(string text)
    {
        (char Separator, int Cells, int Fitting)[] tried = [.. Known.Select(separator => Tried(text, separator))];
        return tried.Where(one => one.Cells > 1).OrderByDescending(one => one.Fitting).Select(one => (char?)one.Separator).FirstOrDefault() ?? ',';
    }

    /// <summary>The options of a reader.</summary>
    public static CsvReaderOptions Options(char separator) => new()
    {
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        Separator = separator,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    static (char Separator, int Cells, int Fitting) Tried(string text, char separator)
    {
        using CsvReader reader = CsvReader.FromText(text, Options(separator));
        int cells = 0, fitting = 0;
        try
        {
            for (int row = 0; row < Looked && reader.Read(); row++)
            {
                if (row == 0)
                    cells = reader.Current.ToArray().Length;
                else if (reader.Current.ToArray().Length == cells)
                    fitting++;
            }
        }
        catch (CsvFormatException)
        {
            // A quote within a cell may be the fault of this separator; what was read so far counts.
        }
        return (separator, cells, fitting);
    }
}

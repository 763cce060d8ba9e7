using System.Globalization;
using CsvHelper;
using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Tables;

/// <summary>A CSV file as text: a header and rows of equal length.</summary>
/// <param name="Name">The name of the file, as given.</param>
/// <param name="Encoding">The text encoding.</param>
/// <param name="Separator">The character between cells.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The cells of each row, trimmed.</param>
/// <param name="Lines">The line of the file in which each row starts.</param>
/// <param name="LeftOut">The lines that are neither header nor row: titles, comments, totals.</param>
sealed record CsvTable(
    string Name, string Encoding, char Separator, string[] Columns, List<string[]> Rows, List<int> Lines, List<TableLine> LeftOut)
{
    const int MostBytes = 1 << 30;

    /// <summary>Reads a file.</summary>
    /// <exception cref="UsageException">The file does not exist, or is no CSV with a header and rows of equal length.</exception>
    public static CsvTable Load(string path, TableOptions options)
    {
        string name = Echo.Of(path);
        if (Directory.Exists(path))
            throw new UsageException($"{name} must be a CSV file: expected a file, got a folder.");
        try
        {
            return Read(name, Content(path, name), options);
        }
        catch (Exception problem) when (problem is not UnknownNameException && FileProblem.Is(problem))
        {
            throw new UsageException($"{name} must be a CSV file: expected a file that can be read, got {FileProblem.Of(problem)}.", problem);
        }
    }

    /// <summary>Reads CSV.</summary>
    /// <param name="name">The name of the file for messages.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="options">What is known of the file.</param>
    public static CsvTable Read(string name, ReadOnlySpan<byte> content, TableOptions options)
    {
        TableText text = TableText.Of(name, content, options.Encoding);
        char separator = options.Separator ?? Separators.Of(text.Text, options);
        try
        {
            List<TableLine> lines = [.. Separators.Lines(text.Text, separator, options)];
            if (lines.Count == 0)
                throw new UsageException($"{name} must have a header and rows: expected names of columns, got an empty file.");
            var form = TableForm.Of(lines, options.HasHeader);
            if (form.Odd is { } odd)
                throw new UsageException(
                    $"{name} must have as many cells in every row as its header: expected {form.Header.Length}, got {odd.Cells.Length} in line " +
                    $"{odd.Number}; {(form.Header.Length == 1 ? "--separator says what stands between cells, " : "")}" +
                    $"--skip-lines {form.WrongLine} leaves {(form.WrongLine == odd.Number ? "it" : $"line {form.WrongLine}")} out.");
            return form.Rows.Count > 0
                ? new(name, text.Encoding, separator, Header(name, form.Header, options.HasHeader), [.. form.Rows.Select(row => row.Cells)],
                    [.. form.Rows.Select(row => row.Number)], form.LeftOut)
                : throw new UsageException($"{name} must have rows: expected some below its header, got none.");
        }
        catch (CsvFormatException problem)
        {
            throw new UsageException(
                $"{name} must be well-formed CSV: expected quotes around whole cells, got a stray or open one in line {problem.LineNumber}.",
                problem);
        }
    }

    /// <summary>The position of a column.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="column">The name.</param>
    /// <exception cref="UsageException">No column has the name; the message lists them.</exception>
    public int IndexOf(string option, string column)
    {
        int index = Array.IndexOf(Columns, column);
        return index >= 0 ? index : throw new UsageException(
            $"{option} must be a column of {Name}: expected {ColumnNames.Near(this, column)}, got {Echo.Of(column)}.");
    }

    // A device may never end.
    static ReadOnlySpan<byte> Content(string path, string name)
    {
        using var content = new MemoryStream();
        using FileStream file = File.OpenRead(path);
        var part = new byte[1 << 16];
        while (file.Read(part) is var read and > 0)
        {
            if (content.Length + read > MostBytes)
                throw new UsageException($"{name} must fit into memory: expected at most {MostBytes} bytes, got more.");
            content.Write(part, 0, read);
        }
        return content.GetBuffer().AsSpan(0, (int)content.Length);
    }

    // A column without a name, such as the row numbers of pandas, gets one by its position; a name that is there already gets a number.
    static string[] Header(string name, string[] first, bool isHeader)
    {
        string[] names = [.. first.Select((column, i) => !isHeader ? string.Create(CultureInfo.InvariantCulture, $"column{i + 1}")
            : column.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"unnamed{i + 1}") : column)];
        if (isHeader && ColumnNames.AreNumbers(first) && first.Distinct().Count() < first.Length)
            throw new UsageException(
                $"{name} must name its columns: expected different names, got numbers, some of them twice; " +
                $"--no-header says that the first line is a row.");
        var known = new HashSet<string>(names, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            string column = names[i];
            for (int again = 1; !seen.Add(names[i]); again++)
                if (string.Create(CultureInfo.InvariantCulture, $"{column}.{again}") is var other && known.Add(other))
                    names[i] = other;
        }
        return names;
    }
}

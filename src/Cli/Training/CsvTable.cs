using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ParityNet.Cli.Training;

/// <summary>A CSV file as text: a header and rows of as many cells.</summary>
/// <param name="Name">The file, as it was named.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The cells of each row, trimmed.</param>
/// <param name="Lines">The line of the file that each row ends in.</param>
sealed record CsvTable(string Name, string[] Columns, List<string[]> Rows, List<int> Lines)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="UsageException">It is not there, or is no CSV in UTF-8 with a header and rows of one length.</exception>
    public static CsvTable Load(string path)
    {
        if (Directory.Exists(path))
            throw new UsageException($"{path} must be a CSV file: expected a file, got a folder.");
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Read(path, reader);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{path} must be a CSV file: expected a file, got none of that name.", problem);
        }
        catch (DecoderFallbackException problem)
        {
            throw new UsageException($"{path} must be a CSV file in UTF-8: expected text, got other bytes.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{path} must be a CSV file that can be read: {problem.Message.TrimEnd('.')}.", problem);
        }
    }

    /// <summary>Reads CSV.</summary>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="reader">The text.</param>
    public static CsvTable Read(string name, TextReader reader)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = bad => throw new UsageException($"{name} must be well-formed CSV: expected quotes around whole cells alone, got a stray one in line {bad.Context.Parser?.RawRow}."),
        };
        using var parser = new CsvParser(reader, configuration);
        if (!parser.Read())
            throw new UsageException($"{name} must have a header and rows: expected names of columns, got an empty file.");
        string[] columns = Header(name, parser.Record!);
        var table = new CsvTable(name, columns, [], []);
        while (parser.Read())
        {
            string[] row = parser.Record!;
            if (row.Length != columns.Length)
                throw new UsageException($"{name} must have as many cells in every row as its header: expected {columns.Length}, got {row.Length} in line {parser.RawRow}.");
            table.Rows.Add(row);
            table.Lines.Add(parser.RawRow);
        }
        return table.Rows.Count > 0 ? table : throw new UsageException($"{name} must have rows: expected some below its header, got none.");
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="Parity.UnknownNameException">There is none of the name.</exception>
    public int IndexOf(string option, string column)
    {
        int index = Array.IndexOf(Columns, column);
        return index >= 0 ? index : throw new Parity.UnknownNameException($"{option} must be a column of {Name}", column, Columns);
    }

    static string[] Header(string name, string[] header)
    {
        for (int i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
                throw new UsageException($"{name} must name every column in its header: expected {header.Length} names, got none for column {i + 1}.");
            if (header[i].Contains('\0'))
                throw new UsageException($"{name} must be a CSV file in UTF-8: expected text, got other bytes.");
            if (Array.IndexOf(header, header[i]) < i)
                throw new UsageException($"{name} must name every column differently: expected one {header[i]}, got it again as column {i + 1}.");
        }
        return header;
    }
}

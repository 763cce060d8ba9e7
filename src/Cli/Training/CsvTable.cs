using System.Text.Unicode;
using CsvHelper;
using ParityNet.Cli.Exits;

namespace ParityNet.Cli.Training;

/// <summary>A CSV file as text: a header and rows of equal length.</summary>
/// <param name="Name">The name of the file, as given.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The cells of each row, trimmed.</param>
/// <param name="Lines">The line of the file in which each row starts.</param>
sealed record CsvTable(string Name, string[] Columns, List<string[]> Rows, List<int> Lines)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="UsageException">The file does not exist, or is no CSV in UTF-8 with a header and rows of equal length.</exception>
    public static CsvTable Load(string path)
    {
        if (Directory.Exists(path))
            throw new UsageException($"{path} must be a CSV file: expected a file, got a folder.");
        try
        {
            return Read(path, File.ReadAllBytes(path));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{path} must be a CSV file: expected a file, got none of that name.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{path} must be a CSV file that can be read: {problem.Message.TrimEnd('.')}.", problem);
        }
    }

    /// <summary>Reads CSV with commas, semicolons, tabs or bars as separators.</summary>
    /// <param name="name">The name of the file for messages.</param>
    /// <param name="content">The file's bytes.</param>
    public static CsvTable Read(string name, byte[] content)
    {
        if (!Utf8.IsValid(content) || content.AsSpan().Contains((byte)0))
            throw new UsageException($"{name} must be a CSV file in UTF-8: expected text, got other bytes.");
        using CsvReader reader = CsvReader.Create(content, Options);
        try
        {
            if (!reader.Read())
                throw new UsageException($"{name} must have a header and rows: expected names of columns, got an empty file.");
            var table = new CsvTable(name, Header(name, reader.Current.ToArray()), [], []);
            while (reader.Read())
                table.Add(reader.Current.ToArray(), (int)reader.LineNumber);
            return table.Rows.Count > 0 ? table : throw new UsageException($"{name} must have rows: expected some below its header, got none.");
        }
        catch (CsvFormatException problem)
        {
            throw new UsageException(
                $"{name} must be well-formed CSV: expected quotes around whole cells, got a stray or open one in line {problem.LineNumber}.",
                problem);
        }
    }

    /// <summary>The position of a column.</summary>
    /// <exception cref="Parity.UnknownNameException">No column has the name.</exception>
    public int IndexOf(string option, string column)
    {
        int index = Array.IndexOf(Columns, column);
        return index >= 0 ? index : throw new Parity.UnknownNameException($"{option} must be a column of {Name}", column, Columns);
    }

    static CsvReaderOptions Options => new()
    {
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    void Add(string[] row, int line)
    {
        if (row.Length != Columns.Length)
            throw new UsageException(
                $"{Name} must have as many cells in every row as its header: expected {Columns.Length}, got {row.Length} in line {line}.");
        Rows.Add(row);
        Lines.Add(line);
    }

    static string[] Header(string name, string[] header)
    {
        for (int i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
                throw new UsageException(
                    $"{name} must name every column in its header: expected {header.Length} names, got none for column {i + 1}.");
            if (Array.IndexOf(header, header[i]) < i)
                throw new UsageException(
                    $"{name} must name every column differently: expected one {Parity.Echo.Of(header[i])}, got it again as column {i + 1}.");
        }
        return header;
    }
}

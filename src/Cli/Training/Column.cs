using System.Globalization;
using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Training;

/// <summary>One typed column of a table.</summary>
/// <param name="Name">Its name.</param>
abstract record Column(string Name)
{
    /// <summary>Reads a column: numbers where most cells are numbers, else words.</summary>
    /// <param name="table">The table.</param>
    /// <param name="index">The column's position.</param>
    /// <param name="asWords">Whether to read numbers as words.</param>
    /// <exception cref="UsageException">A cell is empty, or has another type than the rest of the column.</exception>
    public static Column Read(CsvTable table, int index, bool asWords)
    {
        string name = table.Columns[index];
        var numbers = new double[table.Rows.Count];
        int firstWord = -1, words = 0;
        for (int row = 0; row < numbers.Length; row++)
        {
            string cell = table.Rows[row][index];
            if (cell.Length == 0)
                throw Wrong(table, row, name, "a value", "an empty cell");
            if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[row]))
                continue;
            firstWord = words++ == 0 ? row : firstWord;
        }
        string[] cells = [.. table.Rows.Select(row => row[index])];
        if (!asWords && words > 0 && Numerals.Read(cells) is { } others)
            return new NumberColumn(name, others);
        // What is no number but meant as one, in most of the cells that are none.
        int meant = asWords || words == 0 ? 0
            : cells.Count(cell => !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && Numerals.IsMeant(cell));
        if (words > 0 && 10 * meant >= 9 * words)
            throw new UsageException(
                $"Column {Echo.Of(name)} must hold numbers in one convention: expected numbers as 1234.5, got \"{Echo.Of(cells[firstWord])}\" in " +
                    $"line " +
                $"{table.Lines[firstWord]}; --categorical {Echo.Of(name)} reads it as words, --drop leaves it out.");
        if (asWords || 2 * words >= numbers.Length)
            return new WordColumn(name, cells);
        if (words > 0)
            throw Wrong(table, firstWord, name, "a number, as in the other rows", $"\"{Echo.Of(table.Rows[firstWord][index])}\"");
        int bad = Array.FindIndex(numbers, number => !double.IsFinite(number));
        return bad < 0 ? new NumberColumn(name, numbers) : throw Wrong(table, bad, name, "a finite number", Echo.Of(table.Rows[bad][index]));
    }

    static UsageException Wrong(CsvTable table, int row, string column, string expected, string got) =>
        new($"{table.Name} must be complete: expected {expected}, got {got} in line {table.Lines[row]}, column {Echo.Of(column)}.");
}

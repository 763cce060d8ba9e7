using System.Globalization;
using ParityNet.Cli.Exits;

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
        if (asWords || 2 * words >= numbers.Length)
            return new WordColumn(name, [.. table.Rows.Select(row => row[index])]);
        if (words > 0)
            throw Wrong(table, firstWord, name, "a number, as in the other rows", $"\"{table.Rows[firstWord][index]}\"");
        int bad = Array.FindIndex(numbers, number => !double.IsFinite(number));
        return bad < 0 ? new NumberColumn(name, numbers) : throw Wrong(table, bad, name, "a finite number", table.Rows[bad][index]);
    }

    static UsageException Wrong(CsvTable table, int row, string column, string expected, string got) =>
        new($"{table.Name} must be complete: expected {expected}, got {got} in line {table.Lines[row]}, column {column}.");
}

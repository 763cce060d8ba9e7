namespace ParityNet.Cli.Tables;

/// <summary>A line of a table's file as cells.</summary>
/// <param name="Cells">The cells, trimmed; at least one.</param>
/// <param name="Number">The line of the file in which it starts.</param>
readonly record struct TableLine(string[] Cells, int Number)
{
    /// <summary>Whether all cells are empty.</summary>
    public bool IsEmpty => Array.TrueForAll(Cells, cell => cell.Length == 0);

    /// <summary>Whether the line starts as comments do.</summary>
    public bool IsComment => Cells[0].StartsWith('#') && !MissingCells.IsMark(Cells[0]);

    /// <summary>Whether nothing but the first cell says something, and that is no number.</summary>
    /// <remarks>Of two cells the second may be a missing value.</remarks>
    public bool IsTitle => Cells.Length != 2 && Cells[0].Length > 0 && Cells.Skip(1).All(cell => cell.Length == 0) && !IsNumber(Cells[0]);

    /// <summary>Whether a cell is a number.</summary>
    public bool HasNumber => Array.Exists(Cells, IsNumber);

    /// <summary>The line for people.</summary>
    public string Text => string.Join(' ', Cells.Where(cell => cell.Length > 0));

    /// <summary>Whether a cell is a number in one convention or another.</summary>
    public static bool IsNumber(string cell) => Numerals.Read(cell, '.') is not null || Numerals.Read(cell, ',') is not null;
}

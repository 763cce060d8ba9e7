using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Tables;

/// <summary>
/// Decides between decimal points and decimal commas. A column decides where its cells are numbers in one of the two conventions alone; a
/// column that could be either, such as 1.234, follows those that decide.
/// </summary>
/// <param name="own">The mark of each column that decides by itself.</param>
/// <param name="table">The mark of the table; null where nothing tells.</param>
sealed class DecimalMarks(IReadOnlyDictionary<int, char> own, char? table)
{
    /// <summary>The mark of the table, for people; a point where no number has a mark.</summary>
    public char OfTable => table ?? '.';

    /// <summary>The mark of a column.</summary>
    public char Of(int column) => own.GetValueOrDefault(column, OfTable);

    /// <summary>Decides for a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The positions of the columns that may hold numbers.</param>
    /// <param name="given">The mark by the user's word; null for none.</param>
    /// <exception cref="UsageException">Numbers such as 1.234 could be either, and no other column tells.</exception>
    public static DecimalMarks Find(CsvTable table, IEnumerable<int> columns, char? given)
    {
        if (given is not null)
            return new(new Dictionary<int, char>(), given);
        var own = new Dictionary<int, char>();
        (int Column, string Cell)? open = null;
        foreach (int column in columns)
        {
            bool point = true, comma = true;
            string? differing = null;
            foreach (string[] row in table.Rows)
            {
                string cell = row[column];
                if (cell.AsSpan().IndexOfAny('.', ',') < 0 || MissingCells.IsMark(cell))
                    continue;
                Numeral? asPoint = Numerals.Read(cell, '.'), asComma = Numerals.Read(cell, ',');
                (point, comma) = (point && asPoint is not null, comma && asComma is not null);
                if (asPoint is { } a && asComma is { } b && a.Value != b.Value)
                    differing ??= cell;
                if (!point && !comma)
                    break;
            }
            if (point != comma)
                own[column] = point ? '.' : ',';
            else if (point && differing is not null)
                open ??= (column, differing);
        }
        char[] marks = [.. own.Values.Distinct()];
        // Who separates cells by commas writes decimals with points.
        char? mark = marks.Length == 1 ? marks[0] : marks.Length == 0 && table.Separator == ',' ? '.' : null;
        if (mark is null && open is var (at, sample))
            throw new UsageException(
                $"Column {Echo.Of(table.Columns[at])} must tell decimals from thousands: expected numbers of one meaning, got " +
                $"\"{Echo.Of(sample)}\"; " +
                $"--decimal . or --decimal , says which is the decimal mark.");
        return new(own, mark);
    }
}

using System.Collections.Frozen;
using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Tables;

/// <summary>Rows that are no examples but totals of others, with a value in every cell.</summary>
static class Totals
{
    const int Listed = 10;

    // What such a row is called in its first cell, in lower case.
    static readonly FrozenSet<string> Names = new[]
    {
        "total", "totals", "grand total", "subtotal", "sub-total", "sub total", "sum", "average", "mean", "gesamt", "gesamtsumme",
        "gesamtergebnis", "summe", "zwischensumme", "mittelwert", "durchschnitt", "insgesamt", "somme", "sous-total", "total général",
        "moyenne", "totale", "subtotale", "media", "suma", "promedio", "total general", "totaal", "subtotaal", "gemiddelde", "soma",
        "média", "summa", "razem", "итого", "всего", "合計", "合计",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Asks about rows that are named as totals, and about a last row whose numbers are the sums of all others.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns.</param>
    /// <exception cref="UsageException">There are such rows.</exception>
    public static void Refuse(CsvTable table, IReadOnlyList<Column> columns)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows.Count).Where(row => IsNamed(table.Rows[row]))];
        bool named = rows.Length > 0;
        if (!named && HasSums(columns))
            rows = [table.Rows.Count - 1];
        if (rows.Length == 0)
            return;
        string lines = string.Join(',', rows.Take(Listed).Select(row => $"{table.Lines[row]}"));
        throw new UsageException($"{table.Name} must have rows that are no totals of others: expected examples, got " +
            $"{(named ? $"\"{Echo.Of(First(table.Rows[rows[0]]))}\"" : "the sums of all rows above")} in line {table.Lines[rows[0]]}; --skip-lines " +
            $"{lines}{(rows.Length > Listed ? ",…" : "")} leaves {(rows.Length == 1 ? "it" : "such lines")} out, --keep-totals uses " +
            $"{(rows.Length == 1 ? "it" : "them")}.");
    }

    static bool IsNamed(string[] cells) => Names.Contains(First(cells).TrimEnd(':').TrimEnd().ToLowerInvariant());

    static string First(string[] cells) => cells.FirstOrDefault(cell => cell.Length > 0) ?? "";

    // A sum lies beyond all numbers it adds, so that a column of zeros but for one tells nothing; the number of the row is none of the sums.
    static bool HasSums(IReadOnlyList<Column> columns)
    {
        NumberColumn[] numbers = [.. columns.OfType<NumberColumn>().Where(column => !column.IsDate && !double.IsNaN(column.Values[^1]))];
        return numbers.Length > 0 && numbers.All(IsSum);
    }

    static bool IsSum(NumberColumn column)
    {
        double sum = 0, sizes = 0, largest = 0;
        foreach (double value in column.Values.AsSpan(..^1))
            if (!double.IsNaN(value))
                (sum, sizes, largest) = (sum + value, sizes + Math.Abs(value), Math.Max(largest, Math.Abs(value)));
        // The error of summation, with one rounding a number to read it.
        double error = (column.Count + 1) * Math.ScaleB(sizes, -52);
        return double.IsFinite(sizes) && Math.Abs(column.Values[^1]) > largest && Math.Abs(sum - column.Values[^1]) <= error;
    }
}

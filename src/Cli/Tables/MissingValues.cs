using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Tables;

/// <summary>What becomes of missing values.</summary>
static class MissingValues
{
    /// <summary>The words of <c>--missing</c>.</summary>
    public static string[] Words { get; } = ["refuse", "rows", "columns", "fill"];

    /// <summary>Leaves out rows or columns with missing values, keeps them to be filled in, or refuses them.</summary>
    /// <param name="table">The table, for messages.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="choice">The user's decisions.</param>
    /// <exception cref="UsageException">Values are missing and the rule refuses them, or nothing is left.</exception>
    public static TableColumns Settle(CsvTable table, TableColumns columns, ColumnChoice choice)
    {
        string rule = choice.Missing;
        Column[] all = [.. columns.Inputs, .. columns.Target is { } answer ? [answer] : Array.Empty<Column>()];
        (Column Column, int Rows)[] gaps =
            [.. all.Select(column => (column, Enumerable.Range(0, column.Count).Count(column.IsMissing))).Where(gap => gap.Item2 > 0)];
        if (gaps.Length == 0)
            return columns;
        if (rule == "refuse")
            throw Refusal(table, gaps, choice.IsGiven ? ["fill"] : Words[1..]);
        if (rule == "columns")
            columns = columns with
            {
                Inputs = [.. columns.Inputs.Where(column => !gaps.Any(gap => gap.Column == column))],
                LeftOut = [.. columns.LeftOut, .. gaps.Where(gap => gap.Column != columns.Target)
                    .Select(gap => ColumnRead.LeftOut(gap.Column.Name, $"{gap.Rows} values are missing"))],
            };
        // A row without its target teaches nothing.
        Column[] needed = [.. rule == "rows" ? columns.Inputs : [], .. columns.Target is { } target ? [target] : Array.Empty<Column>()];
        int[] kept = [.. Enumerable.Range(0, table.Rows.Count).Where(row => !needed.Any(column => column.IsMissing(row)))];
        if (kept.Length == 0)
            throw new UsageException($"{table.Name} must have rows without a missing value: expected at least one, got none; --missing fill uses " +
                $"all.");
        if (kept.Length < table.Rows.Count)
            columns = columns with
            {
                Inputs = [.. columns.Inputs.Select(column => column.Take(kept))],
                Target = columns.Target?.Take(kept),
                RowsLeftOut = table.Rows.Count - kept.Length,
            };
        return columns with { Filled = columns.Inputs.Sum(column => Enumerable.Range(0, column.Count).Count(column.IsMissing)) };
    }

    static UsageException Refusal(CsvTable table, (Column Column, int Rows)[] gaps, IReadOnlyList<string> ways)
    {
        (int line, Column first) = gaps
            .Select(gap => (Row: Enumerable.Range(0, gap.Column.Count).First(gap.Column.IsMissing), gap.Column)).MinBy(gap => gap.Row);
        string cell = table.Rows[line][Array.IndexOf(table.Columns, first.Name)];
        string more = gaps.Sum(gap => gap.Rows) is var cells and > 1
            ? $" ({cells} such cells in {ColumnNames.List([.. gaps.Select(gap => gap.Column.Name)], 10)})" : "";
        return new($"{table.Name} must be complete: expected a value, got {(cell.Length == 0 ? "an empty cell" : Echo.Of(cell))} in line " +
            $"{table.Lines[line]}, column {Echo.Of(first.Name)}{more}; --missing {string.Join(" or ", ways)} says what to do.");
    }
}

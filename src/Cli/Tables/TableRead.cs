using System.Collections.Immutable;
using System.Globalization;

namespace ParityNet.Cli.Tables;

/// <summary>How a table was read.</summary>
/// <param name="Encoding">The text encoding.</param>
/// <param name="Separator">The word for the character between cells.</param>
/// <param name="Decimal">The decimal mark of its numbers.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="RowsLeftOut">The number of rows left out, as values are missing.</param>
/// <param name="Filled">The number of missing values that were filled in.</param>
/// <param name="Columns">What was decided on each column.</param>
/// <param name="LinesLeftOut">The lines of the file that are neither header nor row.</param>
sealed record TableRead(
    string Encoding, string Separator, string Decimal, int Rows, int RowsLeftOut, int Filled, ImmutableArray<ColumnRead> Columns,
    ImmutableArray<int> LinesLeftOut)
{
    const int Listed = 20, Shown = 5;

    /// <summary>Sentences and lists for people.</summary>
    public IEnumerable<string> Lines()
    {
        string rows = RowsLeftOut == 0 ? $"{Rows} rows" : $"{Rows} rows, of which {RowsLeftOut} with missing values are left out";
        yield return $"Text in {Encoding}, cells separated by {Separator}, decimal {(Decimal == "," ? "comma" : "point")}; {rows}" +
            $"{(Filled > 0 ? $"; {Filled} missing values filled in" : "")}.";
        if (LinesLeftOut.Length > 0)
            yield return $"  left out, neither header nor row: line{(LinesLeftOut.Length == 1 ? "" : "s")} " +
                ColumnNames.List([.. LinesLeftOut.Select(line => line.ToString(CultureInfo.InvariantCulture))], Shown);
        foreach (IGrouping<(string As, string? Why), ColumnRead> group in Columns.GroupBy(column => (column.As, column.Why)))
            yield return $"  {group.Key.As}{(group.Key.Why is { } why ? $", {why}" : "")}: " +
                ColumnNames.List([.. group.Select(column => column.Name)], Listed);
    }
}

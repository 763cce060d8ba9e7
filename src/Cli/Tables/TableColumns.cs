using System.Collections.Immutable;
using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Tables;

/// <summary>The columns of a table that are used, complete and typed.</summary>
/// <param name="Inputs">The columns besides the target.</param>
/// <param name="Target">The target; null where there is none.</param>
/// <param name="LeftOut">The columns that are not used, and why.</param>
/// <param name="Decimal">The decimal mark of the table.</param>
/// <param name="RowsLeftOut">The number of rows left out, as values are missing.</param>
/// <param name="Filled">The number of missing values that remain, to be filled in.</param>
sealed record TableColumns(
    ImmutableArray<Column> Inputs, Column? Target, ImmutableArray<ColumnRead> LeftOut, char Decimal, int RowsLeftOut, int Filled)
{
    // An identifier has more different values than a category.
    const int FewValues = 20;

    static readonly string[] Identifiers = ["id", "index", "idx", "no", "nr", "row", "rowid", "rownames", "rowname", "uuid", "guid", "key"];

    /// <summary>Reads the columns of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="target">The position of the target; null for none.</param>
    /// <param name="choice">The user's decisions.</param>
    /// <exception cref="UsageException">A column is neither numbers nor words, or values are missing.</exception>
    public static TableColumns Read(CsvTable table, int? target, ColumnChoice choice)
    {
        HashSet<int> dropped = Positions(table, "--drop", choice.Drop), categorical = Positions(table, "--categorical", choice.Categorical),
            kept = Positions(table, "--keep", choice.Keep);
        if (target is { } answer && dropped.Contains(answer))
            throw new UsageException($"--drop must leave the target in: expected other columns, got {Echo.Of(table.Columns[answer])}.");
        int[] used = [.. Enumerable.Range(0, table.Columns.Length).Where(i => !dropped.Contains(i))];
        DecimalMarks marks = DecimalMarks.Find(table, used.Where(i => !categorical.Contains(i)), choice.Decimal);
        var reader = new ColumnReader(table, marks, choice);
        var leftOut = ImmutableArray.CreateBuilder<ColumnRead>();
        leftOut.AddRange(dropped.Order().Select(i => ColumnRead.LeftOut(table.Columns[i], "by --drop")));
        var inputs = new List<Column>();
        foreach (int i in used.Where(i => i != target))
        {
            Column column = reader.Read(i, categorical.Contains(i));
            string? why = column.Distinct == 0 ? "empty" : kept.Contains(i) || categorical.Contains(i) ? null : WhyIdentifier(column);
            if (why is null)
                inputs.Add(column);
            else
                leftOut.Add(ColumnRead.LeftOut(column.Name, why));
        }
        var all = new TableColumns([.. inputs], target is { } at ? reader.Read(at, categorical.Contains(at)) : null, leftOut.ToImmutable(),
            marks.OfTable, 0, 0);
        if (!choice.IsGiven && !choice.KeepTotals)
            Totals.Refuse(table, [.. inputs, .. all.Target is { } last ? [last] : Array.Empty<Column>()]);
        return MissingValues.Settle(table, all, choice);
    }

    static HashSet<int> Positions(CsvTable table, string option, IReadOnlyList<string> names) =>
        [.. names.Select(name => table.IndexOf(option, name))];

    // Row numbers and keys say nothing of a new row.
    static string? WhyIdentifier(Column column)
    {
        string name = column.Name, plain = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        bool named = Identifiers.Contains(plain) || plain.StartsWith("unnamed", StringComparison.Ordinal)
            || name.EndsWith("_id", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" id", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("ID", StringComparison.Ordinal);
        return named && column is WordColumn or NumberColumn { IsDate: false, IsInteger: true } && named
            && column.Distinct > Math.Max(FewValues, column.Count / 2)
            ? "an identifier by its name; --keep uses it" : null;
    }
}

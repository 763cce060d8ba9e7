using System.Globalization;
using ParityNet.Parity;

namespace ParityNet.Cli.Tables;

/// <summary>Finds the column that a wrong name means, and lists the columns of a table.</summary>
static class ColumnNames
{
    // A longer name is no misspelling of another.
    const int Longest = 200;

    const int Listed = 30, FewIntegers = 20;

    // What people call the column to learn.
    static readonly string[] Targets =
        ["label", "labels", "target", "class", "y", "output", "outcome", "category", "digit", "species", "type", "result", "price"];

    /// <summary>The column that is meant, and the columns that there are.</summary>
    public static string Near(CsvTable table, string given)
    {
        string nearest = table.Columns.MinBy(Distance)!;
        // A name with few letters in common is no misspelling; it then means what the column is for.
        string meant = Distance(nearest) <= Math.Max(2, given.Length / 2) ? nearest
            : table.Columns.FirstOrDefault(column => Targets.Contains(column.ToLowerInvariant()))
                ?? table.Columns.Where((_, i) => HasFewIntegers(table, i)).FirstOrDefault() ?? nearest;
        return $"{Echo.Of(meant)} or another of {List(table)}" +
            $"{(AreNumbers(table.Columns) ? "; --no-header says that the first line is a row" : "")}";

        int Distance(string column) => Nearness.Of(Cut(given), Cut(column));

        static string Cut(string name) => name.Length <= Longest ? name : name[..Longest];
    }

    /// <summary>The columns of a table, cut where there are many.</summary>
    public static string List(CsvTable table) => List(table.Columns, Listed);

    /// <summary>Names with commas between them, cut where there are many.</summary>
    public static string List(IReadOnlyList<string> names, int most) =>
        string.Join(", ", names.Take(most).Select(Echo.Of)) + (names.Count > most ? $" and {names.Count - most} more" : "");

    /// <summary>Whether most of the names are numbers, as in a table without a header.</summary>
    public static bool AreNumbers(IReadOnlyCollection<string> names) =>
        2 * names.Count(name => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) > names.Count;

    static bool HasFewIntegers(CsvTable table, int index)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        return table.Rows.All(row =>
        {
            values.Add(row[index]);
            return values.Count <= FewIntegers && int.TryParse(row[index], out _);
        });
    }
}

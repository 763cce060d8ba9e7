using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Tables;

/// <summary>Decides what the cells of a column are: numbers, dates or words.</summary>
/// <param name="table">The table.</param>
/// <param name="marks">The decimal marks.</param>
/// <param name="choice">The user's decisions.</param>
sealed class ColumnReader(CsvTable table, DecimalMarks marks, ColumnChoice choice)
{
    // So many different words are names of categories, whatever they look like.
    const int FewWords = 20;

    /// <summary>Reads a column.</summary>
    /// <param name="index">Its position.</param>
    /// <param name="asWords">Whether to read whatever there is as words.</param>
    /// <exception cref="UsageException">Most cells are numbers and some are not, or they follow no single convention.</exception>
    public Column Read(int index, bool asWords)
    {
        string name = table.Columns[index];
        string[] cells = [.. table.Rows.Select(row => row[index])];
        if (asWords)
            return new WordColumn(name, cells);
        int[] given = [.. Enumerable.Range(0, cells.Length).Where(row => !MissingCells.IsMark(cells[row]))];
        if (given.Length == 0)
            return new WordColumn(name, cells.All(cell => cell.Length == 0) ? cells : [.. cells.Select(_ => "")]);
        char mark = marks.Of(index);
        Numeral?[] numbers = [.. cells.Select((cell, row) => MissingCells.IsMark(cell) ? null : Numerals.Read(cell, mark))];
        int[] words = [.. given.Where(row => numbers[row] is null)];
        if (words.Length == 0 && !AreCodes(cells, given))
            return new NumberColumn(name, Values(name, index, given, numbers), Convention(numbers[given[0]]!.Value.Unit, mark))
            { Unit = numbers[given[0]]!.Value.Unit };
        if (words.Length == 0)
            return new WordColumn(name, cells);
        if (Dates.Read([.. given.Select(row => cells[row])], choice.DateOrder, out string? order) is { } days)
            return new NumberColumn(name, Spread(given, days, cells.Length), order!, IsDate: true);
        if (order is not null)
            throw Question(name, "dates of one order", cells[given[0]], given[0], $", which is {order}; --date-order says which");
        if (OddDate(cells, given) is var (usual, strange))
            throw Question(name, $"dates of one order, as \"{Echo.Of(usual)}\"", cells[strange], strange, "");
        int[] meant = [.. words.Where(row => Numerals.IsMeant(cells[row]))];
        if (10 * meant.Length >= 9 * words.Length)
            throw Question(name, $"numbers as {(mark == ',' ? "1234,5" : "1234.5")}", cells[meant[0]], meant[0], "");
        if (words.Length == given.Length && given.All(row => Numerals.HasUnit(cells[row]))
            && given.Select(row => cells[row]).Distinct(StringComparer.Ordinal).Count() > FewWords)
            throw Question(name, "numbers without a unit", cells[given[0]], given[0], "");
        if (2 * words.Length < given.Length)
            throw new UsageException(
                $"{table.Name} must be complete: expected a number, as in the other rows, got \"{Echo.Of(cells[words[0]])}\" in line " +
                $"{table.Lines[words[0]]}, column {Echo.Of(name)}; {(choice.IsGiven ? "" : "--categorical reads the column as words, " +
                "--drop leaves it out, ")}--skip-lines {table.Lines[words[0]]} leaves the line out.");
        return new WordColumn(name, cells);
    }

    // A date, and the first cell that is none of its order, where nearly all are dates.
    static (string Usual, int Odd)? OddDate(string[] cells, int[] given)
    {
        string usual = cells[given[Dates.IsDate(cells[given[0]]) ? 0 : ^1]];
        if (!Dates.IsDate(usual))
            return null;
        Dictionary<string, bool> dates = given.Select(row => cells[row]).Distinct(StringComparer.Ordinal)
            .ToDictionary(cell => cell, Dates.IsDate, StringComparer.Ordinal);
        return 10 * given.Count(row => dates[cells[row]]) < 9 * given.Length ? null
            : (usual, given.First(row => Dates.Read([usual, cells[row]], null, out string? order) is null && order is null));
    }

    // 007 and 02139 are codes where all are as long.
    static bool AreCodes(string[] cells, int[] given) =>
        given.Any(row => Numerals.IsCode(cells[row]))
        && given.All(row => cells[row].Length == cells[given[0]].Length && cells[row].All(char.IsAsciiDigit));

    string Convention(string unit, char mark) =>
        string.Join(", ", (string[])[.. unit.Length > 0 ? [unit] : Array.Empty<string>(),
            .. mark != marks.OfTable ? [$"decimal {(mark == ',' ? "comma" : "point")}"] : Array.Empty<string>()]);

    double[] Values(string name, int index, int[] given, Numeral?[] numbers)
    {
        string unit = numbers[given[0]]!.Value.Unit;
        foreach (int row in given)
        {
            Numeral number = numbers[row]!.Value;
            string cell = table.Rows[row][index];
            if (number.Unit != unit)
                throw Question(name, $"numbers of one unit, {(unit.Length > 0 ? unit : "none")} as in " +
                    $"\"{Echo.Of(table.Rows[given[0]][index])}\"", cell, row, "");
            if (!double.IsFinite(number.Value))
                throw new UsageException(
                    $"{table.Name} must be complete: expected a finite number, got {Echo.Of(cell)} in line {table.Lines[row]}, column " +
                    $"{Echo.Of(name)}.");
        }
        return Spread(given, [.. given.Select(row => numbers[row]!.Value.Value)], numbers.Length);
    }

    static double[] Spread(int[] rows, double[] values, int count)
    {
        var all = new double[count];
        Array.Fill(all, double.NaN);
        for (int i = 0; i < rows.Length; i++)
            all[rows[i]] = values[i];
        return all;
    }

    UsageException Question(string name, string expected, string got, int row, string but) =>
        new($"Column {Echo.Of(name)} must hold numbers in one convention: expected {expected}, got \"{Echo.Of(got)}\" in line " +
            $"{table.Lines[row]}{but}" +
            $"{(choice.IsGiven ? "" : $"; --categorical {Echo.Of(name)} reads it as words, --drop {Echo.Of(name)} leaves it out")}.");
}

using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using ParityNet.Cli.Tables;

namespace ParityNet.Cli.Training;

/// <summary>The predictions of a network for the rows of a table.</summary>
/// <param name="Rows">The cells of each row: a number, or a class and its probability.</param>
/// <param name="Scores">The scores, where the table has the target; empty where it has not.</param>
sealed record Predictions(ImmutableArray<string[]> Rows, ImmutableArray<Score> Scores)
{
    /// <summary>Predicts.</summary>
    /// <param name="training">The saved training.</param>
    /// <param name="backend">The backend that computes.</param>
    /// <param name="table">The table.</param>
    /// <param name="how">How to read the table, by the user's word.</param>
    /// <param name="missing"><c>refuse</c> or <c>fill</c>.</param>
    /// <exception cref="Exits.UsageException">The table does not fit the network.</exception>
    public static Predictions Of<T>(SavedTraining<T> training, IBackend backend, CsvTable table, TableOptions how, string missing)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SavedNetwork network = training.Network;
        string[] known = [.. network.Columns.Select(code => code.Name)],
            words = [.. network.Columns.Where(code => code.Scale is null).Select(code => code.Name)];
        var choice = new ColumnChoice(
            [.. table.Columns.Except(known)], [.. words.Intersect(table.Columns)], [.. known.Intersect(table.Columns)], how.Decimal, missing,
            how.DateOrder, IsGiven: true);
        TableColumns columns = TableColumns.Read(table, null, choice);
        Encoding encoding = network.EncodingOf(table, columns.Inputs);
        ImmutableArray<int> rows = [.. Enumerable.Range(0, table.Rows.Count)];
        var output = training.Predict(backend, encoding.Inputs<T>(columns.Inputs, rows));
        double[] numbers = [.. output.Flat().ToArray().Select(double.CreateChecked)];
        int outputs = numbers.Length / rows.Length;
        return new(
            [.. rows.Select(row => network.Classes is { } classes ? OfClass(classes, numbers.AsSpan(row * outputs, outputs))
                : (string[])[Text(network.Scale!.Original(numbers[row]))])],
            AnswerIn(table, network, choice) is { } answer ? Training.Scores.Of(answer, rows, output) : []);
    }

    /// <summary>The predictions as CSV.</summary>
    public string Csv()
    {
        var text = new StringBuilder(Rows[0].Length == 1 ? "prediction\n" : "prediction,probability\n");
        foreach (string[] row in Rows)
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        return text.ToString();
    }

    static string[] OfClass(ImmutableArray<string> classes, ReadOnlySpan<double> logits)
    {
        int best = Training.Scores.Largest(logits);
        double sum = 0;
        foreach (double logit in logits)
            sum += Math.Exp(logit - logits[best]);
        return [classes[best], Text(1 / sum)];
    }

    // The target's column, where it is there, complete and of the network's kind.
    static Target? AnswerIn(CsvTable table, SavedNetwork network, ColumnChoice choice)
    {
        int at = Array.IndexOf(table.Columns, network.Target);
        if (at < 0)
            return null;
        try
        {
            DecimalMarks marks = DecimalMarks.Find(table, [at], choice.Decimal);
            Column column = new ColumnReader(table, marks, choice).Read(at, network.Classes is { } classes && !ColumnNames.AreNumbers(classes));
            return Enumerable.Range(0, column.Count).Any(column.IsMissing) ? null : Target.Of(column, network.Classes, network.Scale);
        }
        catch (Exits.UsageException)
        {
            // Predictions need no target; one that cannot be read is only not scored.
            return null;
        }
    }

    static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 && cell.Trim() == cell
            ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

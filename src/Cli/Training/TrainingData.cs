using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Tables;
using ParityNet.Reports.Training;
using ParityNet.Training;

namespace ParityNet.Cli.Training;

/// <summary>A table prepared for training: encoded, and split into a training and a validation set.</summary>
/// <param name="Read">How the table was read.</param>
/// <param name="Columns">The columns besides the target.</param>
/// <param name="Encoding">The encoding of rows as inputs.</param>
/// <param name="Target">The target.</param>
/// <param name="Training">The rows of the training set.</param>
/// <param name="Validation">The rows of the validation set.</param>
sealed record TrainingData(
    TableRead Read, ImmutableArray<Column> Columns, Encoding Encoding, Target Target, ImmutableArray<int> Training, ImmutableArray<int> Validation)
{
    const string Constant = "constant in the training part";

    // A standard deviation needs two rows.
    const int FewestRows = 2;

    /// <summary>Reads, splits and encodes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">The options.</param>
    /// <param name="saved">The network to go on with, whose encoding is taken; null for a new one.</param>
    /// <exception cref="UsageException">The table does not fit the options.</exception>
    public static TrainingData Of(CsvTable table, TrainOptions options, SavedNetwork? saved = null)
    {
        int target = table.IndexOf("--target", options.Target ?? throw new UsageException(
            $"--target must be given: expected a column of {table.Name}, {ColumnNames.List(table)}, got none."));
        TableColumns columns = TableColumns.Read(table, target, options.Columns);
        Column answer = columns.Target!;
        ImmutableArray<int> order = Batches.Order(answer.Count, options.Seed);
        int held = (int)Math.Round(order.Length * options.Validation, MidpointRounding.AwayFromZero);
        if (held < FewestRows || order.Length - held < FewestRows)
            throw new UsageException(
                $"{table.Name} must have enough rows for both parts: expected at least {FewestRows} in each, got {order.Length - held} for " +
                $"training and {held} for validation.");
        ImmutableArray<int> training = order[held..];
        Encoding encoding = saved?.EncodingOf(table, columns.Inputs) ?? Encoding.Fit(columns.Inputs, training);
        Target goal = saved is null ? Target.Read(answer, options.Task, training) : Target.Of(answer, saved.Classes, saved.Scale);
        return new TrainingData(ReadOf(table, columns, encoding, goal), columns.Inputs, encoding, goal, training, order[..held]);
    }

    /// <summary>The columns dropped because they are constant in the training set.</summary>
    public ImmutableArray<string> Dropped => [.. Read.Columns.Where(column => column.Why == Constant).Select(column => column.Name)];

    /// <summary>Rows as a data set of an element type.</summary>
    public Dataset<T> Rows<T>(ImmutableArray<int> rows) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Operand<T> targets = Target.Labels is { } labels
            ? Tensor.Create(rows.Select(row => labels[row]).ToArray(), [rows.Length])
            : Tensor.Create(rows.Select(row => T.CreateTruncating(Target.Scale!.Scaled(Target.Numbers![row]))).ToArray(), [rows.Length, 1]);
        return new Dataset<T>(Encoding.Inputs<T>(Columns, rows), targets);
    }

    static TableRead ReadOf(CsvTable table, TableColumns columns, Encoding encoding, Target target)
    {
        Dictionary<string, ColumnRead> all = columns.LeftOut.ToDictionary(column => column.Name, StringComparer.Ordinal);
        foreach (Column column in columns.Inputs)
            all[column.Name] = encoding.Codes.FirstOrDefault(code => code.Name == column.Name) is not { } code
                ? ColumnRead.LeftOut(column.Name, Constant)
                : new(column.Name, code.Scale is null ? $"categories ({code.Categories.Length} values)" : column.Kind);
        all[target.Name] = new(target.Name, target.Classes is { } classes ? $"target, {classes.Length} classes" : $"target, {columns.Target!.Kind}");
        return new(table.Encoding, Separators.Word(table.Separator), $"{columns.Decimal}", table.Rows.Count, columns.RowsLeftOut, columns.Filled,
            [.. table.Columns.Select(name => all[name])], [.. table.LeftOut.Select(line => line.Number)]);
    }
}

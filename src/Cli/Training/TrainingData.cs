using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Cli.Exits;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Reports.Training;
using ParityNet.Training;

namespace ParityNet.Cli.Training;

/// <summary>A table prepared for training: encoded, and split into a training and a validation set.</summary>
/// <param name="Encoding">The encoding of rows as inputs.</param>
/// <param name="Target">The target.</param>
/// <param name="Training">The rows of the training set.</param>
/// <param name="Validation">The rows of the validation set.</param>
sealed record TrainingData(Encoding Encoding, Target Target, ImmutableArray<int> Training, ImmutableArray<int> Validation)
{
    // A standard deviation needs two rows.
    const int FewestRows = 2;

    /// <summary>Reads, splits and encodes a table.</summary>
    /// <exception cref="UsageException">The table does not fit the options.</exception>
    public static TrainingData Of(CsvTable table, TrainOptions options)
    {
        int target = table.IndexOf("--target", options.Target);
        HashSet<int> dropped = [.. options.Drop.Select(name => table.IndexOf("--drop", name))];
        HashSet<int> categorical = [.. options.Categorical.Select(name => table.IndexOf("--categorical", name))];
        if (dropped.Contains(target))
            throw new UsageException($"--drop must leave the target in: expected other columns, got {options.Target}.");
        Column[] columns = [.. Enumerable.Range(0, table.Columns.Length).Where(i => !dropped.Contains(i) && i != target)
            .Select(i => Column.Read(table, i, categorical.Contains(i)))];
        Column answer = Column.Read(table, target, categorical.Contains(target));

        ImmutableArray<int> order = Batches.Order(table.Rows.Count, options.Seed);
        int held = (int)Math.Round(order.Length * options.Validation, MidpointRounding.AwayFromZero);
        if (held < FewestRows || order.Length - held < FewestRows)
            throw new UsageException(
                $"{table.Name} must have enough rows for both parts: expected at least {FewestRows} in each, got {order.Length - held} for " +
                $"training and {held} for validation.");
        ImmutableArray<int> training = order[held..];
        return new TrainingData(new Encoding(columns, training), Target.Read(answer, options.Task, training), training, order[..held]);
    }

    /// <summary>Rows as a data set of an element type.</summary>
    public Dataset<T> Rows<T>(ImmutableArray<int> rows) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] inputs = [.. rows.SelectMany(Encoding.Of).Select(T.CreateTruncating)];
        Operand<T> targets = Target.Labels is { } labels
            ? Tensor.Create(rows.Select(row => labels[row]).ToArray(), [rows.Length])
            : Tensor.Create(rows.Select(row => T.CreateTruncating(Target.Scale!.Scaled(Target.Numbers![row]))).ToArray(), [rows.Length, 1]);
        return new Dataset<T>(Tensor.Create(inputs, [rows.Length, Encoding.Width]), targets);
    }
}

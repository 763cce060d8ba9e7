using System.Collections.Immutable;
using System.Globalization;
using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Training;

/// <summary>The target of training, with its scale.</summary>
/// <param name="Name">The column.</param>
/// <param name="Classes">The classes; null for regression.</param>
/// <param name="Labels">The class index of each row; null for regression.</param>
/// <param name="Numbers">The number of each row; null for classification.</param>
/// <param name="Scale">The standardization of the numbers; null for classification.</param>
sealed record Target(string Name, ImmutableArray<string>? Classes, long[]? Labels, double[]? Numbers, Standard? Scale)
{
    /// <summary>Reads the target column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="task"><c>regression</c>, <c>classification</c>, or <c>auto</c>.</param>
    /// <param name="training">The rows of the training set.</param>
    /// <exception cref="UsageException">The column does not fit the task.</exception>
    public static Target Read(Column column, string task, ImmutableArray<int> training) => (task, column) switch
    {
        ("regression", WordColumn) =>
            throw new UsageException($"--target must be a column of numbers for regression: expected numbers, got words in {Echo.Of(column.Name)}."),
        ("classification", _) or (_, WordColumn) or ("auto", NumberColumn { LooksLikeLabels: true }) => OfClasses(column),
        (_, NumberColumn numbers) => OfNumbers(numbers, training),
        _ => throw new InvalidOperationException($"{column.GetType().Name} must be a kind of column that there is."),
    };

    /// <summary>Whether the task is classification.</summary>
    public bool IsClassification => Classes is not null;

    /// <summary>The number of outputs of the network.</summary>
    public int Outputs => Classes?.Length ?? 1;

    static Target OfNumbers(NumberColumn column, ImmutableArray<int> training)
    {
        Standard scale = Standard.Of(training.Select(row => column.Values[row]))
            ?? throw new UsageException(
                $"--target must be a column that varies: expected different numbers in the training part, got the same in every row of " +
                $"{Echo.Of(column.Name)}.");
        return new Target(column.Name, null, null, column.Values, scale);
    }

    static Target OfClasses(Column column)
    {
        string[] words = column is NumberColumn numbers
            ? [.. numbers.Values.Select(number => number.ToString("R", CultureInfo.InvariantCulture))]
            : ((WordColumn)column).Values;
        ImmutableArray<string> classes = column is NumberColumn ordered
            ? [.. ordered.Values.Distinct().Order().Select(number => number.ToString("R", CultureInfo.InvariantCulture))]
            : [.. words.Distinct().Order(StringComparer.Ordinal)];
        if (classes.Length is < 2 or > MostClasses)
            throw new UsageException(
                $"--target must be a column of classes: expected 2 to {MostClasses} of them, got {classes.Length} in {Echo.Of(column.Name)}.");
        Dictionary<string, long> positions = classes.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => (long)pair.i);
        return new Target(column.Name, classes, [.. words.Select(word => positions[word])], null, null);
    }

    const int MostClasses = 1000;
}

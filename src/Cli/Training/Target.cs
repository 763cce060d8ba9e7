using System.Collections.Immutable;
using System.Globalization;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Tables;
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
    const int FewClasses = 20, MostClasses = 1000;

    /// <summary>Reads the target column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="task"><c>regression</c>, <c>classification</c>, or <c>auto</c>.</param>
    /// <param name="training">The rows of the training set.</param>
    /// <exception cref="UsageException">The column does not fit the task.</exception>
    public static Target Read(Column column, string task, ImmutableArray<int> training) => (task, column) switch
    {
        (_, NumberColumn { IsDate: true }) =>
            throw new UsageException($"--target must be a column of numbers or classes: expected those, got dates in {Echo.Of(column.Name)}."),
        ("regression", WordColumn) =>
            throw new UsageException($"--target must be a column of numbers for regression: expected numbers, got words in {Echo.Of(column.Name)}."),
        ("classification", _) or (_, WordColumn) or ("auto", NumberColumn { LooksLikeLabels: true }) => OfClasses(column),
        (_, NumberColumn numbers) => OfNumbers(numbers, training),
        _ => throw new InvalidOperationException($"{column.GetType().Name} must be a kind of column that there is."),
    };

    /// <summary>The column of a table as the target of a network that is trained already.</summary>
    /// <param name="column">The column.</param>
    /// <param name="classes">The network's classes; null for regression.</param>
    /// <param name="scale">The network's scale; null for classification.</param>
    /// <exception cref="UsageException">The column has other values than the network.</exception>
    public static Target Of(Column column, ImmutableArray<string>? classes, Standard? scale)
    {
        if (classes is not { } known)
            return new Target(column.Name, null, null, column is NumberColumn { IsDate: false } numbers ? numbers.Values
                : throw new UsageException($"Column {Echo.Of(column.Name)} must hold numbers, as the network was trained with: expected numbers, " +
                    $"got " +
                    $"{column.Kind}."), scale);
        string[] words = WordsOf(column);
        Dictionary<string, long> positions = Positions(known);
        if (words.FirstOrDefault(word => !positions.ContainsKey(word)) is { } unknown)
            throw new UsageException(
                $"Column {Echo.Of(column.Name)} must hold classes of the network: expected {ColumnNames.List(known, FewClasses)}, got " +
                $"{Echo.Of(unknown)}.");
        return new Target(column.Name, known, [.. words.Select(word => positions[word])], null, null);
    }

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
        string[] words = WordsOf(column);
        ImmutableArray<string> classes = column is NumberColumn ordered
            ? [.. ordered.Values.Distinct().Order().Select(Word)]
            : [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int most = Math.Min(MostClasses, Math.Max(FewClasses, words.Length / 2));
        if (classes.Length < 2 || classes.Length > most)
            throw new UsageException(
                $"--target must be a column of classes: expected 2 to {most} of them in {words.Length} rows, got {classes.Length} in " +
                $"{Echo.Of(column.Name)}, such as \"{Echo.Of(classes[^1])}\".");
        Dictionary<string, long> positions = Positions(classes);
        return new Target(column.Name, classes, [.. words.Select(word => positions[word])], null, null);
    }

    static Dictionary<string, long> Positions(ImmutableArray<string> classes) =>
        classes.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => (long)pair.i, StringComparer.Ordinal);

    static string[] WordsOf(Column column) => column is NumberColumn numbers ? [.. numbers.Values.Select(Word)] : ((WordColumn)column).Values;

    static string Word(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

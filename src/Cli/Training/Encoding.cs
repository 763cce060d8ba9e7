using System.Collections.Immutable;
using System.Globalization;
using ParityNet.Cli.Exits;
using ParityNet.Parity;

namespace ParityNet.Cli.Training;

/// <summary>Encodes columns as inputs of a network, with statistics and categories of the training set only.</summary>
sealed class Encoding
{
    // So many categories are those of a small table, not dates or names of single rows.
    const int FewCategories = 20;

    const int MostCategories = 1000;

    readonly List<Func<int, double>> inputs = [];

    /// <summary>Fits the encoding.</summary>
    /// <param name="columns">The columns without the target.</param>
    /// <param name="training">The rows of the training set.</param>
    /// <exception cref="UsageException">No input column is left, or a column has too many categories.</exception>
    public Encoding(IReadOnlyList<Column> columns, ImmutableArray<int> training)
    {
        var dropped = ImmutableArray.CreateBuilder<string>();
        foreach (Column column in columns)
        {
            int before = inputs.Count;
            if (column is NumberColumn numbers)
                AddStandardised(numbers.Values, training);
            else
                AddOneHot((WordColumn)column, training);
            if (inputs.Count == before)
                dropped.Add(column.Name);
        }
        Dropped = dropped.ToImmutable();
        if (inputs.Count == 0)
            throw new UsageException("The inputs must vary in the training part: expected a column besides the target that does, got none.");
    }

    /// <summary>The columns dropped because they are constant in the training set.</summary>
    public ImmutableArray<string> Dropped { get; }

    /// <summary>The number of inputs per example.</summary>
    public int Width => inputs.Count;

    /// <summary>The inputs of one row.</summary>
    public IEnumerable<double> Of(int row) => inputs.Select(input => input(row));

    void AddStandardised(double[] values, ImmutableArray<int> training)
    {
        if (Standard.Of(training.Select(row => values[row])) is { } standard)
            inputs.Add(row => standard.Scaled(values[row]));
    }

    void AddOneHot(WordColumn column, ImmutableArray<int> training)
    {
        string[] categories = [.. training.Select(row => column.Values[row]).Distinct().Order(StringComparer.Ordinal)];
        if (categories.Length > MostCategories)
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"Column {column.Name} must have few categories: expected at most {MostCategories}, got {categories.Length}; --drop {column.Name} " +
                    $"leaves it out."));
        if (categories.Length < 2)
            return;
        if (categories.Length > FewCategories && 2 * categories.Length > training.Length)
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"Column {Echo.Of(column.Name)} must have fewer categories than rows: expected at most {training.Length / 2} of {training.Length} " +
                    $"rows, " +
                $"got {categories.Length}, such as \"{Echo.Of(categories[0])}\"; --drop {Echo.Of(column.Name)} leaves it out."));
        foreach (string category in categories)
            inputs.Add(row => column.Values[row] == category ? 1 : 0);
    }
}

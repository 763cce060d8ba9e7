using System.Collections.Immutable;
using System.Globalization;
using ParityNet.Cli.Exits;

namespace ParityNet.Cli.Training;

/// <summary>Turns columns into inputs of a network. What it needs to know it learns from the training part alone.</summary>
sealed class Encoding
{
    const int MostCategories = 1000;

    readonly List<Func<int, double>> inputs = [];

    /// <summary>Learns the encoding.</summary>
    /// <param name="columns">The columns, but for the target.</param>
    /// <param name="training">The rows of the training part.</param>
    /// <exception cref="UsageException">Nothing is left to learn from, or a column has too many categories.</exception>
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

    /// <summary>Columns that say nothing, because they are constant in the training part.</summary>
    public ImmutableArray<string> Dropped { get; }

    /// <summary>How many numbers an example has.</summary>
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
                $"Column {column.Name} must have few categories: expected at most {MostCategories}, got {categories.Length}; --drop {column.Name} leaves it out."));
        if (categories.Length < 2)
            return;
        foreach (string category in categories)
            inputs.Add(row => column.Values[row] == category ? 1 : 0);
    }
}

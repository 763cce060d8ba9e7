using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ParityNet.Cli.Tables;

namespace ParityNet.Cli.Training;

/// <summary>One column as inputs of a network: a standardized number, or an input per category that is 1 or 0.</summary>
/// <param name="Name">The column.</param>
/// <param name="IsDate">Whether its numbers are dates.</param>
/// <param name="Scale">The standardization of numbers; null for categories.</param>
/// <param name="Categories">The categories; empty for numbers.</param>
/// <param name="Unit">The currency or percent sign of numbers; empty for none, null where it is not known.</param>
sealed record ColumnCode(string Name, bool IsDate, Standard? Scale, ImmutableArray<string> Categories, string? Unit = null)
{
    /// <summary>What its cells are, for people.</summary>
    [JsonIgnore]
    public string Kind => Scale is null ? "categories" : IsDate ? "dates" : string.IsNullOrEmpty(Unit) ? "numbers" : $"numbers ({Unit})";

    /// <summary>The number of inputs.</summary>
    public int Width => Scale is null ? Categories.Length : 1;

    /// <summary>The code of a column by its values in the training set; null where they are all equal.</summary>
    public static ColumnCode? Fit(Column column, ImmutableArray<int> training)
    {
        if (column is NumberColumn numbers)
            return Standard.Of(training.Select(row => numbers.Values[row]).Where(value => !double.IsNaN(value))) is { } scale
                ? new(column.Name, numbers.IsDate, scale, [], numbers.Unit) : null;
        string[] words = ((WordColumn)column).Values;
        ImmutableArray<string> categories = [.. training.Select(row => words[row]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return categories.Length > 1 ? new(column.Name, false, null, categories) : null;
    }

    /// <summary>Whether a column has the values that this code is for.</summary>
    public bool Fits(Column column) => Scale is null ? column is WordColumn : column is NumberColumn numbers && numbers.IsDate == IsDate
        && (Unit ?? numbers.Unit) == numbers.Unit;

    /// <summary>Writes the inputs of one row; a missing number is the mean, an unknown category is none.</summary>
    /// <param name="column">The column.</param>
    /// <param name="row">The row.</param>
    /// <param name="inputs">Receives <see cref="Width"/> numbers; 0 before.</param>
    public void Write(Column column, int row, Span<double> inputs)
    {
        if (column is NumberColumn numbers)
            inputs[0] = double.IsNaN(numbers.Values[row]) ? 0 : Scale!.Scaled(numbers.Values[row]);
        else if (Categories.BinarySearch(((WordColumn)column).Values[row], StringComparer.Ordinal) is var at and >= 0)
            inputs[at] = 1;
    }
}

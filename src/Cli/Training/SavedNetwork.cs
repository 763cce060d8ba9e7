using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Tables;
using ParityNet.Models;
using ParityNet.Parity;

namespace ParityNet.Cli.Training;

/// <summary>A trained network but for its parameters: how a row becomes its input, its layers, and what its output means.</summary>
/// <param name="Target">The column that it predicts.</param>
/// <param name="Classes">The classes; null for regression.</param>
/// <param name="Scale">The standardization of the target; null for classification.</param>
/// <param name="Columns">The code of each input column.</param>
/// <param name="Missing">What was done about missing values in training.</param>
/// <param name="Widths">The widths of its layers.</param>
/// <param name="Activation">The activation of the hidden layers, as text.</param>
/// <param name="Normalization"><c>none</c>, <c>batch</c> or <c>layer</c>.</param>
/// <param name="Momentum">BatchNorm's momentum.</param>
/// <param name="Dropout">The dropout probability of hidden units.</param>
sealed record SavedNetwork(
    string Target, ImmutableArray<string>? Classes, Standard? Scale, ImmutableArray<ColumnCode> Columns, string Missing,
    ImmutableArray<int> Widths, string Activation, string Normalization, double Momentum, double Dropout)
{
    /// <summary>The model.</summary>
    public Perceptron Model() => new(
        Widths, (ActivationSpec)SpecText.Read(OpKind.Activation, Activation), new Identity(),
        Enum.TryParse(Normalization, ignoreCase: true, out Normalization normalization) ? normalization
            : throw new InvalidDataException($"normalization must be one that there is: expected none, batch or layer, got " +
                $"{Echo.Of(Normalization)}."),
        Momentum, Dropout);

    /// <summary>The encoding of rows, which a table must have the columns for.</summary>
    /// <param name="table">The table, for messages.</param>
    /// <param name="columns">Its columns.</param>
    /// <exception cref="UsageException">A column is missing, or holds other values.</exception>
    public Encoding EncodingOf(CsvTable table, IReadOnlyList<Column> columns)
    {
        foreach (ColumnCode code in Columns)
            if (columns.FirstOrDefault(column => column.Name == code.Name) is not { } column)
                throw new UsageException(
                    $"{table.Name} must have the columns of the network: expected {Echo.Of(code.Name)} with values, got {ColumnNames.List(table)}.");
            else if (!code.Fits(column))
                throw new UsageException(
                    $"Column {Echo.Of(code.Name)} must hold what the network was trained with: expected " +
                    $"{code.Kind}, got {column.Kind}.");
        return new(Columns);
    }

    /// <summary>Requires that all parts fit together, as those of a file may not.</summary>
    /// <exception cref="InvalidDataException">They do not.</exception>
    public void Check()
    {
        Expect(!Columns.IsDefaultOrEmpty && Columns.All(code => code is { Name: not null } && !code.Categories.IsDefault),
            "columns with codes", "others");
        foreach (ColumnCode code in Columns)
        {
            Expect(code.Scale is { } scale ? IsSound(scale) && code.Categories.IsEmpty : !code.Categories.IsEmpty,
                "a scale or categories in each column", "none");
            Expect(code.Categories.All(word => word is not null) && code.Categories.Order(StringComparer.Ordinal).SequenceEqual(code.Categories),
                "categories in order", "others");
        }
        Expect(Columns.Select(code => code.Name).Distinct(StringComparer.Ordinal).Count() == Columns.Length, "each column once", "one of them twice");
        Expect(Classes is { } classes ? !classes.IsDefault && classes.Length > 1 && classes.All(word => word is not null) && Scale is null
            : Scale is { } own && IsSound(own), "classes or a scale of the target", "others");
        Expect(!Widths.IsDefault && Widths.Length >= 2 && Widths[0] == Columns.Sum(code => (long)code.Width) && Widths[^1] == (Classes?.Length ?? 1),
            "layers from its inputs to its outputs", "others");
    }

    static bool IsSound(Standard scale) =>
        double.IsFinite(scale.Mean) && double.IsFinite(scale.StandardDeviation) && scale.StandardDeviation > 0 && Math.Abs(scale.Exponent) < 2000;

    static void Expect(bool holds, string expected, string got)
    {
        if (!holds)
            throw new InvalidDataException($"the network must be whole: expected {expected}, got {got}.");
    }
}

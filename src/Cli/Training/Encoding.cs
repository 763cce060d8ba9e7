using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Tables;
using ParityNet.Parity;

namespace ParityNet.Cli.Training;

/// <summary>Encodes columns as inputs of a network, with statistics and categories of the training set only.</summary>
/// <param name="Codes">The code of each column that varies.</param>
sealed record Encoding(ImmutableArray<ColumnCode> Codes)
{
    // So many categories are those of a small table, not names of single rows.
    const int FewCategories = 20;

    const int MostCategories = 1000;

    // As float32 with the copies of a batch some gigabytes.
    const long MostInputs = 1L << 28;

    /// <summary>Fits the encoding.</summary>
    /// <param name="columns">The columns without the target.</param>
    /// <param name="training">The rows of the training set.</param>
    /// <exception cref="UsageException">No input column is left, or columns have too many categories.</exception>
    public static Encoding Fit(IReadOnlyList<Column> columns, ImmutableArray<int> training)
    {
        ColumnCode[] codes = [.. columns.Select(column => ColumnCode.Fit(column, training)).OfType<ColumnCode>()];
        ColumnCode[] many = [.. codes.Where(code => code.Scale is null && IsMany(code.Categories.Length, training.Length))];
        if (many.Length > 0)
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"Column {Echo.Of(many[0].Name)} must have fewer categories than rows: expected at most {Most(training.Length)} of " +
                $"{training.Length} " +
                $"rows, got {many[0].Categories.Length}, such as \"{Echo.Of(many[0].Categories[^1])}\"; --drop " +
                $"{string.Join(',', many.Select(code => Echo.Of(code.Name)))} leaves {(many.Length == 1 ? "it" : "such columns")} out."));
        if (codes.Length == 0)
            throw new UsageException("The inputs must vary in the training part: expected a column besides the target that does, got none.");
        return new([.. codes]);
    }

    /// <summary>The number of inputs per example.</summary>
    public int Width => Codes.Sum(code => code.Width);

    /// <summary>The inputs of some rows.</summary>
    /// <param name="columns">Columns among which are those of the codes.</param>
    /// <param name="rows">The rows.</param>
    public Tensor<T> Inputs<T>(IReadOnlyList<Column> columns, ImmutableArray<int> rows) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = Width;
        if ((long)width * rows.Length > MostInputs)
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"The inputs must fit into memory: expected at most {MostInputs} numbers, got {rows.Length} rows of {width}; --drop leaves " +
                $"columns out."));
        Column[] ordered = [.. Codes.Select(code => columns.First(column => column.Name == code.Name))];
        var inputs = new T[width * rows.Length];
        var one = new double[width];
        for (int i = 0; i < rows.Length; i++)
        {
            Array.Clear(one);
            int at = 0;
            for (int c = 0; c < ordered.Length; at += Codes[c++].Width)
                Codes[c].Write(ordered[c], rows[i], one.AsSpan(at, Codes[c].Width));
            for (int j = 0; j < width; j++)
                inputs[i * width + j] = T.CreateTruncating(one[j]);
        }
        return Tensor.Create(inputs, [rows.Length, width]);
    }

    static bool IsMany(int categories, int rows) => categories > Most(rows);

    static int Most(int rows) => Math.Min(MostCategories, Math.Max(FewCategories, rows / 2));
}

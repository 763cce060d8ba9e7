namespace ParityNet.Cli.Tables;

/// <summary>A column of finite numbers, or of dates as days since 1970-01-01.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One number per row; NaN where there is none.</param>
/// <param name="Convention">How they are written, where it is not the table's convention: a unit, the order of dates, another decimal mark.</param>
/// <param name="IsDate">Whether they are dates.</param>
sealed record NumberColumn(string Name, double[] Values, string Convention = "", bool IsDate = false) : Column(Name)
{
    // So many distinct integers are class labels.
    const int MostLabels = 20;

    /// <summary>The currency or percent sign; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override string Kind => $"{(IsDate ? "dates" : "numbers")}{(Convention.Length > 0 ? $" ({Convention})" : "")}";

    /// <summary>Whether all values are integers with few distinct ones, like class labels.</summary>
    public bool LooksLikeLabels => !IsDate && IsInteger && Distinct <= MostLabels;

    /// <summary>Whether all values are integers.</summary>
    public bool IsInteger => Values.All(value => double.IsNaN(value) || double.IsInteger(value));

    /// <inheritdoc/>
    public override int Distinct => Values.Where(value => !double.IsNaN(value)).Distinct().Count();

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(Values[row]);

    /// <inheritdoc/>
    public override Column Take(IReadOnlyList<int> rows) => this with { Values = [.. rows.Select(row => Values[row])] };
}

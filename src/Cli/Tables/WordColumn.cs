namespace ParityNet.Cli.Tables;

/// <summary>A column of words, of which each distinct one is a category.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One word per row; empty where there is none.</param>
sealed record WordColumn(string Name, string[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override string Kind => "categories";

    /// <inheritdoc/>
    public override int Distinct => Values.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).Count();

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Values[row].Length == 0;

    /// <inheritdoc/>
    public override Column Take(IReadOnlyList<int> rows) => this with { Values = [.. rows.Select(row => Values[row])] };
}

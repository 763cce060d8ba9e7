namespace ParityNet.Cli.Tables;

/// <summary>The user's decisions on the columns of a table.</summary>
/// <param name="Drop">Columns to leave out.</param>
/// <param name="Categorical">Columns to read as words.</param>
/// <param name="Keep">Columns to use though they look like identifiers.</param>
/// <param name="Decimal">The decimal mark; null to find it.</param>
/// <param name="Missing"><c>refuse</c>, <c>rows</c>, <c>columns</c> or <c>fill</c>.</param>
/// <param name="DateOrder">The order of dates that have two; null to ask.</param>
/// <param name="IsGiven">Whether a network says what each column is, so that none can be dropped or read as words.</param>
/// <param name="KeepTotals">Whether rows that look like totals are rows.</param>
sealed record ColumnChoice(
    IReadOnlyList<string> Drop, IReadOnlyList<string> Categorical, IReadOnlyList<string> Keep, char? Decimal = null, string Missing = "refuse",
    string? DateOrder = null, bool IsGiven = false, bool KeepTotals = false);

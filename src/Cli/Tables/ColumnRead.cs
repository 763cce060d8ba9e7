namespace ParityNet.Cli.Tables;

/// <summary>What was decided on a column.</summary>
/// <param name="Name">The column.</param>
/// <param name="As">What it is read as: <c>numbers</c>, <c>dates (year-month-day)</c>, <c>categories (3 values)</c>, <c>left out</c>.</param>
/// <param name="Why">Why it is left out; null where it is not.</param>
sealed record ColumnRead(string Name, string As, string? Why = null)
{
    /// <summary>A column that is left out.</summary>
    public static ColumnRead LeftOut(string name, string why) => new(name, "left out", why);
}

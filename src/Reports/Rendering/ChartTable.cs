using System.Collections.Immutable;

namespace ParityNet.Reports.Rendering;

/// <summary>The numbers of a chart.</summary>
/// <param name="Header">One name a column.</param>
/// <param name="Rows">One text a cell.</param>
sealed record ChartTable(ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows)
{
    const int RowsShown = 40;

    /// <summary>Evenly chosen rows where there are too many to read; the first and the last are among them.</summary>
    public ChartTable Thinned() => Rows.Length <= RowsShown
        ? this
        : this with { Rows = [.. Enumerable.Range(0, RowsShown).Select(i => Rows[(int)((long)i * (Rows.Length - 1) / (RowsShown - 1))])] };
}

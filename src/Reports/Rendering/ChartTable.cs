using System.Collections.Immutable;

namespace ParityNet.Reports.Rendering;

/// <summary>The numbers of a chart.</summary>
/// <param name="Header">One name per column.</param>
/// <param name="Rows">One text per cell.</param>
sealed record ChartTable(ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows)
{
    const int RowsShown = 24;

    /// <summary>Evenly spaced rows, including the first and the last, where there are too many to read.</summary>
    public ChartTable Thinned() => Rows.Length <= RowsShown
        ? this
        : this with { Rows = [.. Enumerable.Range(0, RowsShown).Select(i => Rows[(int)((long)i * (Rows.Length - 1) / (RowsShown - 1))])] };
}

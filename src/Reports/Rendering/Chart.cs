using System.Collections.Immutable;

namespace ParityNet.Reports.Rendering;

/// <summary>A chart of a page: its panels, its legend, and the same numbers as a table.</summary>
/// <param name="Id">An id that is unique in its page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to see in it.</param>
/// <param name="Keys">The legend.</param>
/// <param name="Panels">The panels, each with its own axes.</param>
/// <param name="Numbers">The table for readers without charts.</param>
sealed record Chart(
    string Id, string Title, string Caption, ImmutableArray<ChartKey> Keys, ImmutableArray<ChartPanel> Panels, ChartTable Numbers);

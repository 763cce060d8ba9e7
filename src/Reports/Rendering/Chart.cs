using System.Collections.Immutable;

namespace ParityNet.Reports.Rendering;

/// <summary>A picture of a page: one panel or several, what their colours mean, and the same numbers as a table.</summary>
/// <param name="Id">Unique in its page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to see in it.</param>
/// <param name="Keys">The legend.</param>
/// <param name="Panels">The parts, each with its own axes.</param>
/// <param name="Numbers">What a reader without charts sees.</param>
sealed record Chart(
    string Id, string Title, string Caption, ImmutableArray<ChartKey> Keys, ImmutableArray<ChartPanel> Panels, ChartTable Numbers);

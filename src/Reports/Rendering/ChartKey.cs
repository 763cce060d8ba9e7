namespace ParityNet.Reports.Rendering;

/// <summary>One entry of a legend.</summary>
/// <param name="Label">The label.</param>
/// <param name="Colour">A CSS colour.</param>
/// <param name="Mark">The shape of its symbol.</param>
sealed record ChartKey(string Label, string Colour, KeyMark Mark);

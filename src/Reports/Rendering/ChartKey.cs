namespace ParityNet.Reports.Rendering;

/// <summary>One entry of a legend.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Colour">A CSS colour.</param>
/// <param name="Mark">Its shape.</param>
sealed record ChartKey(string Label, string Colour, KeyMark Mark);

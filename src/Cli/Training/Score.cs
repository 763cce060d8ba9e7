namespace ParityNet.Cli.Training;

/// <summary>A performance measure of a network.</summary>
/// <param name="Measure">Its name.</param>
/// <param name="Value">Its value.</param>
sealed record Score(string Measure, double Value);

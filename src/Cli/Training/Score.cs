namespace ParityNet.Cli.Training;

/// <summary>A measure of how well a network does.</summary>
/// <param name="Measure">Its name.</param>
/// <param name="Value">The number.</param>
sealed record Score(string Measure, double Value);

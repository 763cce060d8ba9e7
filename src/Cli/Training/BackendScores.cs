using System.Collections.Immutable;

namespace ParityNet.Cli.Training;

/// <summary>How well one backend's network does on the validation part.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Loss">The validation loss that was trained for.</param>
/// <param name="Scores">The scores in the units of the data.</param>
/// <param name="Seconds">How long the backend computed.</param>
sealed record BackendScores(string Backend, double Loss, ImmutableArray<Score> Scores, double Seconds);

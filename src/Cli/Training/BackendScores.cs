using System.Collections.Immutable;

namespace ParityNet.Cli.Training;

/// <summary>The scores of one backend's network on the validation set.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Loss">The validation loss, in the trained loss function.</param>
/// <param name="Scores">The scores in the units of the data.</param>
/// <param name="Seconds">The backend's computing time.</param>
sealed record BackendScores(string Backend, double Loss, ImmutableArray<Score> Scores, double Seconds);

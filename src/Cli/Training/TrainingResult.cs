using System.Collections.Immutable;
using ParityNet.Reports.Training;

namespace ParityNet.Cli.Training;

/// <summary>The result of a training run, as in <c>train.json</c>.</summary>
/// <param name="Schema">The version of this format: 1.</param>
/// <param name="Complete">False where the run was cancelled.</param>
/// <param name="Setup">The setup of the run.</param>
/// <param name="Backends">The backends, in the order of every list per backend.</param>
/// <param name="Epochs">One entry per epoch.</param>
/// <param name="BestEpoch">The epoch with the smallest validation loss, whose parameters are scored; 0 where no epoch finished.</param>
/// <param name="Parting">The first difference between the backends; null where their bits stay equal.</param>
/// <param name="Scores">One entry per backend.</param>
sealed record TrainingResult(
    int Schema, bool Complete, TrainingSetup Setup, ImmutableArray<BackendInfo> Backends, ImmutableArray<EpochResult> Epochs,
    int BestEpoch, Parting? Parting, ImmutableArray<BackendScores> Scores);

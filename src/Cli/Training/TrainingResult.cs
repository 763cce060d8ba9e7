using System.Collections.Immutable;
using ParityNet.Reports.Training;

namespace ParityNet.Cli.Training;

/// <summary>What a training run gave; <c>train.json</c> holds it.</summary>
/// <param name="Schema">The version of this form: 1.</param>
/// <param name="Complete">False where the run was cut short.</param>
/// <param name="Setup">What was trained, on what.</param>
/// <param name="Backends">The backends, in the order of every list by backend.</param>
/// <param name="Epochs">One entry an epoch.</param>
/// <param name="BestEpoch">The epoch with the smallest validation loss, whose parameters the scores are of; 0 where none ended.</param>
/// <param name="Parting">The first step after which the backends differ; null where they never do.</param>
/// <param name="Scores">One entry a backend.</param>
sealed record TrainingResult(
    int Schema, bool Complete, TrainingSetup Setup, ImmutableArray<BackendInfo> Backends, ImmutableArray<EpochResult> Epochs,
    int BestEpoch, Parting? Parting, ImmutableArray<BackendScores> Scores);

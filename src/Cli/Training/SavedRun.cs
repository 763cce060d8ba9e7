using System.Collections.Immutable;
using ParityNet.Reports.Training;

namespace ParityNet.Cli.Training;

/// <summary>How far a saved training has come, and with what settings.</summary>
/// <param name="Seed">The seed of split, weights and batches.</param>
/// <param name="Validation">The fraction of rows in the validation set.</param>
/// <param name="Optimizer">What the optimizer keeps: its name with those inside it.</param>
/// <param name="Backends">The names of the backends.</param>
/// <param name="Progress">The progress.</param>
/// <param name="Epochs">One entry per epoch.</param>
sealed record SavedRun(
    ulong Seed, double Validation, string Optimizer, ImmutableArray<string> Backends, TrainingProgress Progress, ImmutableArray<EpochResult> Epochs);

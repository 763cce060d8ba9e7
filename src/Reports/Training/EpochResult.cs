using System.Collections.Immutable;

namespace ParityNet.Reports.Training;

/// <summary>The result of one epoch on every backend.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Steps">The number of steps since the start.</param>
/// <param name="TrainingLoss">The mean loss of the batches, per backend.</param>
/// <param name="ValidationLoss">The loss on the validation set, per backend.</param>
/// <param name="Distance">The largest difference of any parameter between the first backend and the others; 0 with one backend.</param>
/// <param name="Parting">The first difference between the backends; null while their bits are equal.</param>
/// <param name="Last">Whether training ends with this epoch.</param>
public sealed record EpochResult(
    int Epoch, long Steps, ImmutableArray<double> TrainingLoss, ImmutableArray<double> ValidationLoss, double Distance, Parting? Parting, bool Last);

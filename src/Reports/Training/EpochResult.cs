using System.Collections.Immutable;

namespace ParityNet.Reports.Training;

/// <summary>What one epoch gave on every backend.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Steps">Steps done since the start.</param>
/// <param name="TrainingLoss">The mean loss of the batches, by backend.</param>
/// <param name="ValidationLoss">The loss on the validation part, by backend.</param>
/// <param name="Distance">The largest difference of any parameter between the first backend and the others; 0 for one alone.</param>
/// <param name="Parting">Where the backends parted, or null while their bits are equal.</param>
/// <param name="Last">Whether training ends here.</param>
public sealed record EpochResult(
    int Epoch, long Steps, ImmutableArray<double> TrainingLoss, ImmutableArray<double> ValidationLoss, double Distance, Parting? Parting, bool Last);

using ParityNet.Schedules;
using ParityNet.Training;

namespace ParityNet.Reports.Training;

/// <summary>How far training has come.</summary>
/// <param name="Epoch">The last epoch that ended.</param>
/// <param name="Step">The number of steps since the start.</param>
/// <param name="Stopping">The progress of early stopping.</param>
/// <param name="BestEpoch">The epoch with the smallest validation loss; 0 where there is none.</param>
/// <param name="Plateau">The state of a rate that falls on plateaus; null for none.</param>
/// <param name="Parting">The first difference between the backends; null while their bits are equal.</param>
sealed record TrainingProgress(
    int Epoch, long Step, EarlyStopping.Progress Stopping, int BestEpoch, PlateauState? Plateau, Parting? Parting);

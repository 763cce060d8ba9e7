using System.Collections.Immutable;

namespace ParityNet.Parity.Planted;

/// <summary>Every planted error: mistakes that were made in earnest, and others of their kinds.</summary>
static class PlantedErrors
{
    static readonly ImmutableArray<PlantedError> All =
    [
        .. PlantedHistory.All,
        .. PlantedLossHistory.All,
        .. PlantedOptimizerHistory.All,
        .. PlantedOptimizers.All,
        .. PlantedRules.All,
        .. PlantedWrappers.All,
        .. PlantedSchedules.All,
        .. PlantedPlateaus.All,
        .. PlantedActivations.All,
        .. PlantedElementLosses.All,
        .. PlantedRowLosses.All,
        .. PlantedVectors.All,
        .. PlantedSequences.All,
        .. PlantedLayers.All,
        .. PlantedInitializers.All,
        .. PlantedFunctions.All,
        .. CarelessOptimizer.All,
    ];

    /// <summary>Errors of mathematics.</summary>
    public static ImmutableArray<PlantedError> Mathematics { get; } = [.. All.Where(planted => !planted.IsCareless)];

    /// <summary>Errors about memory, layout, counting or what must be refused.</summary>
    public static ImmutableArray<PlantedError> Careless { get; } = [.. All.Where(planted => planted.IsCareless)];
}

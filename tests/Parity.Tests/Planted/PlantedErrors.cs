using System.Collections.Immutable;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Parity.Tests.Planted;

/// <summary>Every planted error.</summary>
static class PlantedErrors
{
    static readonly ImmutableArray<PlantedError> Planted =
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
        .. PlantedModels.All,
        .. PlantedFunctions.All,
        .. PlantedMinimizers.All,
        .. CarelessOptimizer.All,
    ];

    public static ImmutableArray<PlantedError> Mathematics { get; } = [.. Planted.Where(planted => !planted.IsCareless)];

    public static ImmutableArray<PlantedError> All { get; } = [.. Mathematics, .. Planted.Where(planted => planted.IsCareless)];
}

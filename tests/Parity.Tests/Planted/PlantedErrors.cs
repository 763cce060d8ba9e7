using System.Collections.Immutable;

namespace ParityNet.Parity.Tests.Planted;

/// <summary>Every planted error.</summary>
static class PlantedErrors
{
    public static ImmutableArray<PlantedError> Mathematics { get; } =
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
        .. PlantedFunctions.All.Where(p => !IsCareless(p)),
    ];

    public static ImmutableArray<PlantedError> Careless { get; } = [.. PlantedFunctions.All.Where(IsCareless), .. CarelessOptimizer.All];

    public static ImmutableArray<PlantedError> All { get; } = [.. Mathematics, .. Careless];

    static bool IsCareless(PlantedError planted) => planted.Name.Contains("input", StringComparison.Ordinal) || planted.Name.Contains("every second", StringComparison.Ordinal)
        || planted.Name.Contains("strided", StringComparison.Ordinal) || planted.Name.Contains("words", StringComparison.Ordinal)
        || planted.Name.Contains("no gradient is wanted", StringComparison.Ordinal) || planted.Name.Contains("single element", StringComparison.Ordinal);
}

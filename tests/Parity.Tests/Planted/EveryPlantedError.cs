using System.Collections.Immutable;
using ParityNet.Parity.Planted;

namespace ParityNet.Parity.Tests.Planted;

/// <summary>
/// The planted errors of the library, and those of networks and of minimizers, which need the native backend's own parts.
/// </summary>
static class EveryPlantedError
{
    // Networks stand before the functions of which they are made.
    public static ImmutableArray<PlantedError> Mathematics { get; } =
        PlantedErrors.Mathematics.InsertRange(PlantedErrors.Mathematics.IndexOf(PlantedFunctions.All[0]), PlantedModels.All)
            .AddRange(PlantedMinimizers.All);

    public static ImmutableArray<PlantedError> All { get; } = [.. Mathematics, .. PlantedErrors.Careless];
}

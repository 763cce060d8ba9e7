using System.Collections.Immutable;
using ParityNet.Losses;
using static ParityNet.Parity.Planted.ListedPaths;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in the loss of sequences of labels.</summary>
static class PlantedSequences
{
    const string Op = "ctc_loss";

    static PlantedError Listed(string name, Slip slip) => PlantedFunctions.Change(name, Op, () => new ListedPaths(slip));

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Listed("repetitions of a label not merged", Slip.RepeatsKept),
        Listed("repeated labels not kept apart by a blank", Slip.BlanksDroppedFirst),
        Listed("the best path alone", Slip.BestPathAlone),
        Listed("no blank after the last label", Slip.NoBlankAtTheEnd),
        Listed("lengths shorter than T ignored", Slip.AllStepsTaken),
        Listed("the blank is 0 always", Slip.BlankIsZero),
        Listed("the mean not divided by the number of labels", Slip.NotByLabels),
        Listed("the first sequence's length for all", Slip.LengthsOfTheFirst),
        Listed("targets side by side read from the end", Slip.TargetsReversed),
        Listed("derivatives of the target's classes alone", Slip.ProbabilitiesOfLabels),
        PlantedFunctions.Spec<ConnectionistTemporalClassification>("zero_infinity ignored", Op, s => s with { ZeroInfinity = false }),
        PlantedFunctions.Change("bits for nats", Op, () => new AtOperands(null, (s, at, v) => v / Math.Log(2))),
    ];
}

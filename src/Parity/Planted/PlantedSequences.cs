using System.Collections.Immutable;
using ParityNet.Losses;
using static ParityNet.Parity.Planted.SlippedPaths;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in the loss of sequences of labels.</summary>
static class PlantedSequences
{
    const string Op = "ctc_loss";

    static PlantedError Slipped(string name, Slip slip) => PlantedFunctions.Change(name, Op, () => new SlippedPaths(slip));

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Slipped("repetitions of a label not merged", Slip.RepeatsKept),
        Slipped("repeated labels not kept apart by a blank", Slip.BlanksDroppedFirst),
        Slipped("the best path alone", Slip.BestPathAlone),
        Slipped("no blank after the last label", Slip.NoBlankAtTheEnd),
        Slipped("lengths shorter than T ignored", Slip.AllStepsTaken),
        Slipped("the blank is 0 always", Slip.BlankIsZero),
        Slipped("the mean not divided by the number of labels", Slip.NotByLabels),
        Slipped("the first sequence's length for all", Slip.LengthsOfTheFirst),
        Slipped("targets side by side read from the end", Slip.TargetsReversed),
        Slipped("derivatives of the target's classes alone", Slip.ProbabilitiesOfLabels),
        PlantedFunctions.Spec<ConnectionistTemporalClassification>("zero_infinity ignored", Op, s => s with { ZeroInfinity = false }),
        PlantedFunctions.Change("bits for nats", Op, () => new AtOperands(null, (s, at, v) => v / Math.Log(2))),
    ];
}

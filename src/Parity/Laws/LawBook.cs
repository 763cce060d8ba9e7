using System.Collections.Immutable;

namespace ParityNet.Parity.Laws;

/// <summary>The list of all laws, beside the rule that every result lies inside its enclosure.</summary>
static class LawBook
{
    /// <summary>All laws.</summary>
    public static ImmutableArray<Law> All { get; } =
    [
        .. TensorLaws.All,
        .. ElementLossLaws.All,
        .. PairLossLaws.All,
        .. ResidualLaws.All,
        .. EntropyLaws.All,
        .. ClassLossLaws.All,
        .. BatchLaws.All,
        .. DivergenceLaws.All,
        .. RowLossLaws.All,
        .. VectorLaws.All,
        .. SequenceLaws.All,
        .. ActivationLaws.All,
        .. ActivationIdentities.All,
        .. ActivationShapes.All,
        .. BackpropLaws.All,
        .. LayerLaws.All,
        .. InitializerLaws.All,
        .. OptimizerLaws.All,
        .. StepLaws.All,
        .. DescentLaws.All,
        .. WrapperLaws.All,
        .. ScheduleLaws.All,
        .. PeakLaws.All,
        .. PlateauLaws.All,
        .. MinimizerLaws.All,
        .. QuadraticLaws.All,
        .. ConstraintLaws.All,
    ];
}

using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>One minus the overlap of two sets, as twice what they share over what they have.</summary>
/// <remarks>
/// <c>1 − 2(Σ xy + s)/(Σ x + Σ y + 2s)</c> over the last dimension. With <c>N</c> above and <c>D</c> below the derivative by x is <c>(N/D − 2y)/D</c>, and by y alike.
/// L. Dice, 1945; F. Milletari and others, 2016. The ratio is that of <c>optax.losses.dice_loss</c>, which sums over the axes between the first and the last and keeps classes apart; <c>keras.losses.dice</c> adds 10⁻⁷ below alone instead of s.
/// </remarks>
/// <param name="Smooth">s: what keeps two empty sets at a loss of 0; finite, at least 0.</param>
/// <param name="Reduction">How row losses become the result.</param>
[Alias("dice")]
public sealed record Dice(double Smooth = 1, Reduction Reduction = Reduction.Mean) : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>What keeps two empty sets at a loss of 0; finite, at least 0.</summary>
    public double Smooth { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Smooth);

    /// <inheritdoc/>
    public override string Name => "dice_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction with { Domain = Domain.UnitInterval }, Target with { Domain = Domain.UnitInterval }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples => [new Dice(), new Dice(0.1, Reduction.Sum), new Dice(1e-7, Reduction.None)];
}

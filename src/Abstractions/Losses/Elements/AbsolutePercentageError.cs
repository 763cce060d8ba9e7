using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The absolute percentage error: the absolute difference in percent of the target.</summary>
/// <remarks>
/// <c>100·|r|/max(|y|, ε)</c> with <c>r = prediction − target</c>. Derivative: <c>100·sign(r)/max(|y|, ε)</c>, 0 where r is 0; with respect
/// to the target that of the quotient rule, where the bound ε itself counts as unclamped, as in libtorch's clamp. Same as
/// <c>keras.losses.mean_absolute_percentage_error</c>, where ε is <c>keras.config.epsilon()</c>.
/// </remarks>
/// <param name="Epsilon">ε: the lower bound of the denominator; greater than 0.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
[Alias("mape")]
public sealed record AbsolutePercentageError(double Epsilon = 1e-7, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>ε: the lower bound of the denominator; greater than 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.Positive(value); } = Require.Positive(Epsilon);

    /// <inheritdoc/>
    public override string Name => "mean_absolute_percentage_error";

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Epsilon), Epsilon)];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new AbsolutePercentageError(), new AbsolutePercentageError(0.5, Reduction.Sum), new AbsolutePercentageError(Reduction: Reduction.None)];
}

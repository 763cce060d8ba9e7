using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The squared difference of logarithms, for non-negative targets of very different magnitudes.</summary>
/// <remarks>
/// <c>(ln(1 + max(x, ε)) − ln(1 + max(y, ε)))²</c>. Derivative: twice the difference divided by <c>1 + x</c>, and 0 where <c>x &lt; ε</c>;
/// the bound ε itself counts as unclamped, as in libtorch's clamp. Same as <c>keras.losses.mean_squared_logarithmic_error</c>, where ε is
/// <c>keras.config.epsilon()</c>.
/// </remarks>
/// <param name="Epsilon">ε: the lower bound to which predictions and targets are clamped; at least 0.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
[Alias("msle")]
public sealed record SquaredLogarithmicError(double Epsilon = 1e-7, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>ε: the lower bound to which predictions and targets are clamped; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <inheritdoc/>
    public override string Name => "mean_squared_logarithmic_error";

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Epsilon), Epsilon)];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new SquaredLogarithmicError(), new SquaredLogarithmicError(0.1, Reduction.Sum), new SquaredLogarithmicError(Reduction: Reduction.None)];
}

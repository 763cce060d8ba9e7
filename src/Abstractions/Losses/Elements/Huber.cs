using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The Huber loss, robust to outliers: quadratic up to <paramref name="Delta"/>, linear beyond.</summary>
/// <remarks>
/// <c>½r²</c> where <c>|r| ≤ δ</c>, else <c>δ(|r| − ½δ)</c>, with <c>r = prediction − target</c>. Derivative: r clamped to ±δ.
/// P. J. Huber, 1964. Same as <c>torch.nn.HuberLoss</c>.
/// </remarks>
/// <param name="Delta">δ: the threshold at which the quadratic part ends; greater than 0; ∞ for never.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record Huber(double Delta = 1.0, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>δ: the threshold at which the quadratic part ends; greater than 0; ∞ for never.</summary>
    public double Delta { get; init => field = Require.NumberAbove0(value); } = Require.NumberAbove0(Delta);

    /// <inheritdoc/>
    public override string Name => "huber_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands => [Prediction, Target with { TakesIntegers = false }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new Huber(), new Huber(0.5, Reduction.Sum), new Huber(0.1, Reduction.None), new Huber(double.PositiveInfinity)];
}

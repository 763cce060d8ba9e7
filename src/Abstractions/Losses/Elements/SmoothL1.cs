using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The smooth L1 loss: the Huber loss divided by its threshold, with derivative ±1 beyond <paramref name="Beta"/>.</summary>
/// <remarks>
/// <c>½r²/β</c> where <c>|r| &lt; β</c>, else <c>|r| − ½β</c>, with <c>r = prediction − target</c>. Derivative: r/β clamped to ±1.
/// With β = 0 it is L1, whose derivative at r = 0 is 0.
/// R. Girshick, 2015. Same as <c>torch.nn.SmoothL1Loss</c>.
/// </remarks>
/// <param name="Beta">β: the threshold at which the quadratic part ends; at least 0. At ∞ every loss is 0.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record SmoothL1(double Beta = 1.0, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>β: the threshold at which the quadratic part ends; at least 0. At ∞ every loss is 0.</summary>
    public double Beta { get; init => field = Require.NumberOfAtLeast0(value); } = Require.NumberOfAtLeast0(Beta);

    /// <inheritdoc/>
    public override string Name => "smooth_l1_loss";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new SmoothL1(), new SmoothL1(0.5, Reduction.Sum), new SmoothL1(0.1, Reduction.None), new SmoothL1(0), new SmoothL1(double.PositiveInfinity)];
}

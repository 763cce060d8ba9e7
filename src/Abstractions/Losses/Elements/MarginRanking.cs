using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>A pairwise ranking hinge: the input that should rank higher must score more than the other by a margin.</summary>
/// <remarks>
/// <c>max(0, m − y(x₁ − x₂))</c>, where y is 1 if the first should rank higher, −1 if the second. Derivatives: −y with respect to x₁, y to
/// x₂, <c>x₂ − x₁</c> to y where the argument of the maximum is at least 0, the kink included, else 0. Same as
/// <c>torch.nn.MarginRankingLoss</c>.
/// </remarks>
/// <param name="Margin">m: the margin; may be infinite.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record MarginRanking(double Margin = 0, Reduction Reduction = Reduction.Mean) : BroadcastLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The margin; may be infinite.</summary>
    public double Margin { get; init => field = Require.Number(value); } = Require.Number(Margin);

    /// <inheritdoc/>
    public override string Name => "margin_ranking_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [new("input1", Differentiable: true), new("input2", Differentiable: true), Target with { Domain = Domain.Sign }];

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) =>
        lead.Length > 1 ? [[.. lead], [1, .. lead[1..]]] : [[.. lead], [1]];

    /// <inheritdoc/>
    public override string ShapeText(string operand) =>
        operand == Lead.Name ? base.ShapeText(operand) : $"as {Lead.Name}, or of its rank and broadcasts with it";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new MarginRanking(), new MarginRanking(0.5, Reduction.Sum), new MarginRanking(Margin: 1, Reduction: Reduction.None)];

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> lead = operands[Lead.Name].Lengths;
        foreach (OperandInfo info in Operands)
            if (operands[info.Name].Lengths.Length != lead.Length)
                throw new ArgumentException(
                    $"{info.Label} must have the rank of {Lead.Label}: expected {Shape.Text(lead)}, got {Shape.Text(operands[info.Name].Lengths)}.");
        return base.CheckShapes(operands);
    }
}

using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The triplet margin loss in the p-norm: an anchor should be nearer to the positive than to the negative by a margin.</summary>
/// <remarks>
/// <c>max(0, m + d(a, p) − d(a, n))</c> with <c>d(x, y) = ‖x − y + ε‖ₚ</c> over the last dimension. The derivative of a norm of 0 is 0;
/// that of the hinge at its kink is 1. Below p = 1 a difference of 0 has the derivative 0. For p = ∞ the norm is the largest absolute
/// difference, and ties share its derivative equally; for p = 0 it is the number of nonzero differences, and has the derivative 0. V.
/// Balntas and others, 2016. Same as <c>torch.nn.TripletMarginLoss</c>.
/// </remarks>
/// <param name="Margin">m: the margin; may be infinite.</param>
/// <param name="P">The order of the norm: at least 0; may be infinite.</param>
/// <param name="Epsilon">ε: added to every difference; finite.</param>
/// <param name="Swap">Whether to use the distance from negative to positive where it is smaller than that to the anchor.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
public sealed record TripletMargin(
    double Margin = 1, double P = 2, double Epsilon = 1e-6, bool Swap = false, Reduction Reduction = Reduction.Mean)
    : TripletLoss(Margin, Swap, Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The order of the norm: at least 0; may be infinite.</summary>
    public double P { get; init => field = Power(value); } = Power(P);

    /// <summary>ε: added to every difference; finite.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.Finite(value); } = Require.Finite(Epsilon);

    /// <inheritdoc/>
    public override string Name => "triplet_margin_loss";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new TripletMargin(), new TripletMargin(P: 1, Swap: true, Reduction: Reduction.Sum),
            new TripletMargin(Margin: 0.5, Epsilon: 0.125, Reduction: Reduction.None),
         new TripletMargin(P: 3, Swap: true), new TripletMargin(P: 1.5), new TripletMargin(P: 0.5), new TripletMargin(P: 0, Epsilon: 0),
         new TripletMargin(P: double.PositiveInfinity, Epsilon: 0.125, Swap: true)];

    /// <inheritdoc/>
    public override bool FitsLead(ReadOnlySpan<nint> lead) => base.FitsLead(lead) && !(double.IsPositiveInfinity(P) && lead is [.., 0]);

    /// <inheritdoc/>
    protected override void CheckValues<T>(Operands<T> operands)
    {
        foreach (OperandInfo info in Operands)
            if (!FitsLead(operands[info.Name].Lengths))
                throw new ArgumentException(
                    $"{info.Label} must have differences to take the largest of: expected a last dimension of at least 1, got " +
                    $"{Shape.Text(operands[info.Name].Lengths)}.");
    }

    static double Power(double value) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(null, FormattableString.Invariant($"{nameof(P)} must be a number of at least 0, got {value}."));
}

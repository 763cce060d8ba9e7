using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The multi-class hinge: every other class must score less than the target class by a margin.</summary>
/// <remarks>
/// <c>Σ_{j≠y} w_y·max(0, m − x_y + x_j)ᵖ</c>, divided by the number of classes C where <paramref name="PerClass"/> is set.
/// Derivative: <c>p·w_y·max(0, m − x_y + x_j)ᵖ⁻¹</c> with respect to each <c>x_j</c> whose term is above 0, minus their sum with respect to
/// <c>x_y</c>, divided likewise; at the kink it is 0. J. Weston and C. Watkins, 1999; it sums over the other classes, where
/// <c>optax.losses.multiclass_hinge_loss</c> takes only the largest term. Same as <c>torch.nn.MultiMarginLoss</c>, which divides by C;
/// as there, weights have no gradient.
/// </remarks>
/// <param name="P">The power: 1 or 2.</param>
/// <param name="Margin">m: the margin; may be infinite.</param>
/// <param name="PerClass">Whether to divide by the number of classes, as PyTorch does.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
[Alias("multiclass_hinge", "per_class=false")]
public sealed record MultiMargin(int P = 1, double Margin = 1.0, bool PerClass = true, Reduction Reduction = Reduction.Mean)
    : ClassLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The power: 1 or 2.</summary>
    public int P { get; init => field = OneOrTwo(value); } = OneOrTwo(P);

    /// <summary>The margin; may be infinite.</summary>
    public double Margin { get; init => field = Require.Number(value); } = Require.Number(Margin);

    /// <inheritdoc/>
    public override string Name => "multi_margin_loss";

    /// <inheritdoc/>
    public override bool TakesScalars => true;

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Margin), Margin)];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new MultiMargin(), new MultiMargin(PerClass: false), new MultiMargin(P: 2, Margin: 0.5, Reduction: Reduction.Sum),
         new MultiMargin(Reduction: Reduction.None)];

    /// <inheritdoc/>
    protected override int MaxRank => 2;

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        // Losses of a single row have the shape of its target.
        return Reduction == Reduction.None && shapes[Lead.Name].Length <= 1 ? shapes["target"] : base.ScalarShape(shapes, value);
    }

    static int OneOrTwo(int value) =>
        value is 1 or 2 ? value : throw new ArgumentOutOfRangeException(null, $"{nameof(P)} must be 1 or 2, got {value}.");
}

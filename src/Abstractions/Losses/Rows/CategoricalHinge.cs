using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The hinge of the best wrong class against the right one, with one-hot targets.</summary>
/// <remarks>
/// <c>max(0, 1 − Σ y·x + max (1 − y)·x)</c> over the last dimension; with a one-hot row the maximum is that of the wrong scores and 0.
/// Derivative by x: <c>−y</c>, and <c>1 − y</c> more for the class of the maximum (equal ones share it); 0 at the kink.
/// Same as <c>keras.losses.categorical_hinge</c>, which introduced it.
/// </remarks>
/// <param name="Reduction">How row losses become the result.</param>
public sealed record CategoricalHinge(Reduction Reduction = Reduction.Mean) : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "categorical_hinge";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new CategoricalHinge(), new CategoricalHinge(Reduction.Sum), new CategoricalHinge(Reduction.None)];
}

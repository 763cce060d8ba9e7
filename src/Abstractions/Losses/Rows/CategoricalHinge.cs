using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The categorical hinge: the target class against the best other class, for one-hot targets.</summary>
/// <remarks>
/// <c>max(0, 1 − Σ y·x + max (1 − y)·x)</c> over the last dimension; with a one-hot row the maximum is over the other scores and 0.
/// Derivative with respect to x: <c>−y</c>, plus <c>1 − y</c> for the class of the maximum (ties share it equally); 0 at the kink.
/// Same as <c>keras.losses.categorical_hinge</c>, which introduced it.
/// </remarks>
/// <param name="Reduction">How the losses of rows are reduced.</param>
public sealed record CategoricalHinge(Reduction Reduction = Reduction.Mean) : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <inheritdoc/>
    public override string Name => "categorical_hinge";

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new CategoricalHinge(), new CategoricalHinge(Reduction.Sum), new CategoricalHinge(Reduction.None)];
}

using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>
/// The Jensen–Shannon divergence of two distributions: the mean Kullback–Leibler divergence of each from their average; symmetric, at most
/// ln 2.
/// </summary>
/// <remarks>
/// <c>½·Σ x ln(x/m) + ½·Σ y ln(y/m)</c> with <c>m = (x + y)/2</c> and <c>0 ln 0 = 0</c>, over the last dimension. Derivatives:
/// <c>½ ln(x/m)</c> and <c>½ ln(y/m)</c>: −∞ at 0, but 0 where x and y are both 0. J. Lin, 1991; SciPy gives the name to its square root.
/// </remarks>
/// <param name="Base">The unit: nats or bits, in which it is at most 1.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
[Alias("jensen_shannon")]
public sealed record JensenShannon(LogBase Base = LogBase.Nats, Reduction Reduction = Reduction.Mean) : RowLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The unit: nats or bits.</summary>
    public LogBase Base { get; init => field = Require.Defined(value); } = Require.Defined(Base);

    /// <inheritdoc/>
    public override string Name => "jensen_shannon_divergence";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction with { Domain = Domain.UnitInterval }, Target with { Domain = Domain.UnitInterval }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new JensenShannon(), new JensenShannon(LogBase.Bits, Reduction.Sum), new JensenShannon(Reduction: Reduction.None)];
}

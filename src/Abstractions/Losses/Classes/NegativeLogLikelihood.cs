using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The negative log-likelihood: minus the log-probability of the target class.</summary>
/// <remarks>
/// <c>−w_y·x_y</c>, where x are log-probabilities; the mean divides by <c>Σ w_y</c> over the rows that are not ignored. Derivative:
/// <c>−w_y</c> with respect to <c>x_y</c>; 0 with respect to the others and in a row that is ignored. Same as <c>torch.nn.NLLLoss</c>; as
/// there, weights have no gradient.
/// </remarks>
/// <param name="IgnoreIndex">The class index of rows to ignore; any integer.</param>
/// <param name="Base">The unit: nats or bits.</param>
/// <param name="Reduction">How the losses of rows are reduced.</param>
public sealed record NegativeLogLikelihood(long IgnoreIndex = -100, LogBase Base = LogBase.Nats, Reduction Reduction = Reduction.Mean)
    : ClassLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The unit: nats or bits.</summary>
    public LogBase Base { get; init => field = Require.Defined(value); } = Require.Defined(Base);

    /// <inheritdoc/>
    public override string Name => "nll_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction with { Domain = Domain.LogProbability }, new("target", OperandKind.Indices), ClassWeight];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new NegativeLogLikelihood(), new NegativeLogLikelihood(IgnoreIndex: 0, Reduction: Reduction.Sum),
         new NegativeLogLikelihood(Base: LogBase.Bits, Reduction: Reduction.None)];

    /// <inheritdoc/>
    protected override long? Ignored => IgnoreIndex;
}

using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The Kullback–Leibler divergence of a target distribution from predicted log-probabilities.</summary>
/// <remarks>
/// <c>y ln y − y·x</c> with <c>0 ln 0 = 0</c>, derivative <c>−y</c>; with <paramref name="LogTarget"/> <c>eʸ(y − x)</c>, derivative
/// <c>−eʸ</c>. S. Kullback and R. A. Leibler, 1951. Same as <c>torch.nn.KLDivLoss</c>.
/// </remarks>
/// <param name="LogTarget">Whether the target holds log-probabilities too.</param>
/// <param name="Base">The unit: nats or bits.</param>
/// <param name="Reduction">
/// How the losses of elements are reduced; <see cref="Reduction.BatchMean"/> gives the divergence of a batch.
/// </param>
public sealed record KullbackLeibler(bool LogTarget = false, LogBase Base = LogBase.Nats, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction, hasBatchMean: true), IShowsExamples<LossSpec>
{
    /// <summary>The unit: nats or bits.</summary>
    public LogBase Base { get; init => field = Require.Defined(value); } = Require.Defined(Base);

    /// <inheritdoc/>
    public override string Name => "kl_div";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction with { Domain = Domain.LogProbability },
            Target with { Domain = LogTarget ? Domain.LogProbability : Domain.UnitInterval, TakesIntegers = false }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new KullbackLeibler(), new KullbackLeibler(Reduction: Reduction.BatchMean), new KullbackLeibler(LogTarget: true, Reduction: Reduction.Sum),
         new KullbackLeibler(Base: LogBase.Bits, Reduction: Reduction.None)];
}

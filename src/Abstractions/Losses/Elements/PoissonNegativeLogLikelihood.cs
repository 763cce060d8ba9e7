using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The negative log-likelihood of counts that are Poisson distributed around the predicted rate.</summary>
/// <remarks>
/// <para>
/// With <paramref name="LogInput"/> <c>eˣ − y·x</c>, derivative <c>eˣ − y</c>; else <c>x − y·ln(x + ε)</c>, derivative <c>1 − y/(x + ε)</c>.
/// <paramref name="Full"/> adds Stirling's approximation of <c>ln y!</c>, <c>y ln y − y + ½ ln 2πy</c>, where <c>y &gt; 1</c>.
/// </para>
/// <para>
/// By the target the derivative is <c>−x</c>, or <c>−ln(x + ε)</c>, and that of Stirling's term where <c>y &gt; 1</c>; libtorch gives NaN there for
/// <c>y ≤ 0</c>, because it differentiates the term that it then drops. Same as <c>torch.nn.PoissonNLLLoss</c>.
/// </para>
/// </remarks>
/// <param name="LogInput">Whether the prediction is the logarithm of the rate.</param>
/// <param name="Full">Whether to add Stirling's term.</param>
/// <param name="Epsilon">ε, which keeps the logarithm of a rate of 0 finite; finite. Used without <paramref name="LogInput"/> only.</param>
/// <param name="Reduction">How element losses become the result.</param>
public sealed record PoissonNegativeLogLikelihood(
    bool LogInput = true, bool Full = false, double Epsilon = 1e-8, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>ε, which keeps the logarithm of a rate of 0 finite; finite.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.Finite(value); } = Require.Finite(Epsilon);

    /// <inheritdoc/>
    public override string Name => "poisson_nll_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction with { Domain = LogInput ? Domain.Any : Domain.NotNegative }, Target with { Domain = Domain.NotNegative }];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
    [
        new PoissonNegativeLogLikelihood(), new PoissonNegativeLogLikelihood(Full: true, Reduction: Reduction.Sum),
        new PoissonNegativeLogLikelihood(false, Reduction: Reduction.None), new PoissonNegativeLogLikelihood(false, true, 1e-3),
    ];
}

using System.Collections.Immutable;

namespace ParityNet.Losses;

/// <summary>The negative log-likelihood of counts under a Poisson distribution with the predicted rate.</summary>
/// <remarks>
/// <para>
/// With <paramref name="LogInput"/> <c>eˣ − y·x</c>, derivative <c>eˣ − y</c>; else <c>x − y·ln(x + ε)</c>, derivative
/// <c>1 − y/(x + ε)</c>. <paramref name="Full"/> adds Stirling's approximation of <c>ln y!</c>, <c>y ln y − y + ½ ln 2πy</c>, where
/// <c>y &gt; 1</c>.
/// </para>
/// <para>
/// With respect to the target the derivative is <c>−x</c>, or <c>−ln(x + ε)</c>, plus that of Stirling's term where <c>y &gt; 1</c>;
/// libtorch returns NaN for it where <c>y ≤ 0</c>, because it differentiates the term before masking it. Same as
/// <c>torch.nn.PoissonNLLLoss</c>.
/// </para>
/// </remarks>
/// <param name="LogInput">Whether the prediction is the logarithm of the rate.</param>
/// <param name="Full">Whether to add Stirling's term.</param>
/// <param name="Epsilon">ε: keeps the logarithm of a rate of 0 finite; finite. Used without <paramref name="LogInput"/> only.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record PoissonNegativeLogLikelihood(
    bool LogInput = true, bool Full = false, double Epsilon = 1e-8, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>ε: keeps the logarithm of a rate of 0 finite; finite.</summary>
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

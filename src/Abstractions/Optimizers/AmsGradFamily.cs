using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>What Adam and AdamW share: AMSGrad, and where ε stands.</summary>
public abstract record AmsGradFamily : AdamFamily
{
    /// <summary>Builds an optimizer of the family.</summary>
    /// <param name="learningRate">η; at least 0.</param>
    /// <param name="beta1">β₁; at least 0, less than 1.</param>
    /// <param name="beta2">β₂; at least 0, less than 1.</param>
    /// <param name="epsilon">ε; at least 0.</param>
    /// <param name="weightDecay">λ; at least 0.</param>
    /// <param name="amsGrad">Whether the divisor may only grow.</param>
    /// <param name="maximize">Whether to climb instead of descend.</param>
    /// <param name="placement">Where ε stands.</param>
    /// <param name="amsGradForm">What AMSGrad takes the greatest of.</param>
    protected AmsGradFamily(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool amsGrad, bool maximize,
        EpsilonPlacement placement, AmsGradForm amsGradForm)
        : base(learningRate, beta1, beta2, epsilon, weightDecay, maximize) =>
        (AmsGrad, Placement, AmsGradForm) = (amsGrad, placement, amsGradForm);

    /// <summary>Whether the divisor may only grow.</summary>
    [Option("amsgrad")]
    public bool AmsGrad { get; init; }

    /// <summary>Where ε stands.</summary>
    [Option("eps_placement")]
    public EpsilonPlacement Placement { get; init => field = Require.Defined(value); }

    /// <summary>What AMSGrad takes the greatest of.</summary>
    [Option("amsgrad_form")]
    public AmsGradForm AmsGradForm { get; init => field = Require.Defined(value); }

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => AmsGrad ? [.. base.Slots, new("max_exp_avg_sq", NotNegative: true)] : base.Slots;
}

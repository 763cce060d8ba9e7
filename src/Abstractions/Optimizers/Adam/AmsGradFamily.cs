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
    /// <param name="amsGradForm">What AMSGrad takes the largest of.</param>
    /// <param name="epsilonRoot">ε′, under the root beside ε outside it; at least 0.</param>
    protected AmsGradFamily(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool amsGrad, bool maximize,
        EpsilonPlacement placement, AmsGradForm amsGradForm, double epsilonRoot)
        : base(learningRate, beta1, beta2, epsilon, weightDecay, maximize) =>
        (AmsGrad, Placement, AmsGradForm, EpsilonRoot) = (amsGrad, placement, amsGradForm, epsilonRoot);

    /// <summary>Whether the divisor may only grow.</summary>
    [Option("amsgrad")]
    public bool AmsGrad { get; init; }

    /// <summary>Where ε stands.</summary>
    [Option("eps_placement")]
    public EpsilonPlacement Placement
    {
        get;
        init
        {
            field = Require.Defined(value);
            CheckRoot(EpsilonRoot, Placement);
        }
    }

    /// <summary>What AMSGrad takes the largest of.</summary>
    [Option("amsgrad_form")]
    public AmsGradForm AmsGradForm { get; init => field = Require.Defined(value); }

    /// <summary>ε′: added under the root, <c>√(v̂ + ε′) + ε</c>, where ε stands outside; at least 0.</summary>
    [Option("eps_root")]
    public double EpsilonRoot
    {
        get;
        init
        {
            field = Require.NotNegative(value);
            CheckRoot(EpsilonRoot, Placement);
        }
    }

    static void CheckRoot(double root, EpsilonPlacement placement)
    {
        if (root > 0 && placement != EpsilonPlacement.Outside)
            throw new ArgumentException(FormattableString.Invariant(
                $"{nameof(EpsilonRoot)} must be 0 where the other epsilon is not outside the root: expected 0 with {nameof(Placement)} {placement}, got {root}."));
    }

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => AmsGrad ? [.. base.Slots, new("max_exp_avg_sq", NotNegative: true)] : base.Slots;
}

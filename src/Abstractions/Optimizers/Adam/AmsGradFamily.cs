using System.Collections.Immutable;
using System.Globalization;

namespace ParityNet.Optimizers;

/// <summary>The base of Adam and AdamW: the AMSGrad variant, where ε is added, and whether the running means are corrected.</summary>
public abstract record AmsGradFamily : AdamFamily
{
    /// <summary>Builds an optimizer of the family.</summary>
    /// <param name="learningRate">η: the learning rate; at least 0.</param>
    /// <param name="beta1">β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</param>
    /// <param name="beta2">β₂: the decay rate of the running mean of squared gradients; at least 0, less than 1.</param>
    /// <param name="epsilon">ε: keeps the denominator from being 0; at least 0.</param>
    /// <param name="weightDecay">λ: the weight decay; at least 0.</param>
    /// <param name="amsGrad">Whether to use the AMSGrad variant, in which the denominator never decreases.</param>
    /// <param name="maximize">Whether to maximize instead of minimize.</param>
    /// <param name="placement">Where ε is added in the denominator.</param>
    /// <param name="amsGradForm">Which mean square AMSGrad takes the running maximum of.</param>
    /// <param name="epsilonRoot">ε′: added inside the root, in addition to ε outside it; at least 0.</param>
    /// <param name="biasCorrection">Whether the running means are divided by <c>1 − βᵗ</c>.</param>
    protected AmsGradFamily(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool amsGrad, bool maximize,
        EpsilonPlacement placement, AmsGradForm amsGradForm, double epsilonRoot, bool biasCorrection)
        : base(learningRate, beta1, beta2, epsilon, weightDecay, maximize) =>
        (AmsGrad, Placement, AmsGradForm, EpsilonRoot, BiasCorrection) = (amsGrad, placement, amsGradForm, epsilonRoot, biasCorrection);

    /// <summary>Whether to use the AMSGrad variant, in which the denominator never decreases.</summary>
    [Option("amsgrad")]
    public bool AmsGrad { get; init; }

    /// <summary>Where ε is added in the denominator.</summary>
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

    /// <summary>Which mean square AMSGrad takes the running maximum of.</summary>
    [Option("amsgrad_form")]
    public AmsGradForm AmsGradForm { get; init => field = Require.Defined(value); }

    /// <summary>ε′: added inside the root, in addition to ε outside it: <c>√(v̂ + ε′) + ε</c>; at least 0.</summary>
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

    /// <summary>
    /// Whether the running means, which start at 0, are divided by <c>1 − βᵗ</c>; BERT's Adam leaves that out, and its first steps differ in
    /// length.
    /// </summary>
    public bool BiasCorrection { get; init; }

    static void CheckRoot(double root, EpsilonPlacement placement)
    {
        if (root > 0 && placement != EpsilonPlacement.Outside)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{nameof(EpsilonRoot)} must be 0 where the other epsilon is not outside the root: expected 0 with {nameof(Placement)} " +
                    $"{placement}, got {root}."));
    }

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => AmsGrad ? [.. base.Slots, new("max_exp_avg_sq", NotNegative: true)] : base.Slots;
}

using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>The base of Adam and its variants: two running means, their decay rates, and ε.</summary>
public abstract record AdamFamily : OptimizerSpec
{
    /// <summary>Builds an optimizer of the family.</summary>
    /// <param name="learningRate">η: the learning rate; at least 0.</param>
    /// <param name="beta1">β₁: the decay rate of the first running mean; at least 0, less than 1.</param>
    /// <param name="beta2">β₂: the decay rate of the second running mean; at least 0, less than 1.</param>
    /// <param name="epsilon">ε: keeps the denominator from being 0; at least 0.</param>
    /// <param name="weightDecay">λ: the weight decay; at least 0.</param>
    /// <param name="maximize">Whether to maximize instead of minimize.</param>
    protected AdamFamily(double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool maximize)
        : base(learningRate, weightDecay, maximize) => (Beta1, Beta2, Epsilon) = (beta1, beta2, epsilon);

    /// <summary>β₁: the decay rate of the running mean of gradients; at least 0, less than 1.</summary>
    [Option("betas", 0)]
    public double Beta1 { get; init => field = Require.DecayRate(value); }

    /// <summary>β₂: the decay rate of the running mean of squared gradients, or of what replaces it; at least 0, less than 1.</summary>
    [Option("betas", 1)]
    public double Beta2 { get; init => field = Require.DecayRate(value); }

    /// <summary>ε: keeps the denominator from being 0; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); }

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Beta1 = momentum };

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("exp_avg"), new("exp_avg_sq", NotNegative: true)];
}

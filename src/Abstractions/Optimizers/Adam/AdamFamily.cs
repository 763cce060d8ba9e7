using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>What Adam and its relatives share: two running means, their decay rates, and ε.</summary>
public abstract record AdamFamily : OptimizerSpec
{
    /// <summary>Builds an optimizer of the family.</summary>
    /// <param name="learningRate">η; at least 0.</param>
    /// <param name="beta1">β₁; at least 0, less than 1.</param>
    /// <param name="beta2">β₂; at least 0, less than 1.</param>
    /// <param name="epsilon">ε; at least 0.</param>
    /// <param name="weightDecay">λ; at least 0.</param>
    /// <param name="maximize">Whether to climb instead of descend.</param>
    protected AdamFamily(double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool maximize)
        : base(learningRate, weightDecay, maximize) => (Beta1, Beta2, Epsilon) = (beta1, beta2, epsilon);

    /// <summary>β₁: how much of the old mean stays; at least 0, less than 1.</summary>
    [Option("betas", 0)]
    public double Beta1 { get; init => field = Require.DecayRate(value); }

    /// <summary>β₂: how much of the old mean square, or its like, stays; at least 0, less than 1.</summary>
    [Option("betas", 1)]
    public double Beta2 { get; init => field = Require.DecayRate(value); }

    /// <summary>ε: keeps the divisor from 0; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); }

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Beta1 = momentum };

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("exp_avg"), new("exp_avg_sq", NotNegative: true)];
}

using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Applies decoupled weight decay, then lets another optimizer step.</summary>
/// <remarks>
/// <c>θ ← θ(1 − ηλ)</c>, then the step of the inner optimizer, with its learning rate η. Around <see cref="Adam"/> it is
/// <see cref="AdamW"/>, bit for bit. I. Loshchilov and F. Hutter, 2019.
/// </remarks>
/// <param name="Optimizer">The inner optimizer.</param>
/// <param name="Decay">λ: the weight decay; at least 0.</param>
public sealed record DecoupledWeightDecay(OptimizerSpec Optimizer, double Decay = 1e-2)
    : OptimizerWrapper(Optimizer), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "decoupled_weight_decay";

    /// <summary>λ: the weight decay; at least 0.</summary>
    [Option("weight_decay")]
    public double Decay { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Decay);

    /// <summary>The total weight decay: λ, plus that of the inner optimizer.</summary>
    public override double WeightDecay
    {
        get => Decay + Optimizer.WeightDecay;
        init => (Decay, Optimizer) = (value, Optimizer with { WeightDecay = 0 });
    }

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new DecoupledWeightDecay(new Adam()), new DecoupledWeightDecay(new Sgd(0.1, 0.9), 0.1),
        new DecoupledWeightDecay(new Adam(0.1, AmsGrad: true, Maximize: true), 0.5), new DecoupledWeightDecay(new RmsProp(WeightDecay: 0.1), 0),
    ];
}

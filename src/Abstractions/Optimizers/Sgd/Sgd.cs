using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Gradient descent, with momentum if wanted.</summary>
/// <remarks>
/// <c>g ← ±g + λθ</c>; with momentum <c>b ← μb + (1 − τ)g</c>, at first <c>b = g</c>; with Nesterov <c>g ← g + μb</c>, else <c>g ← b</c>;
/// <c>θ ← θ − ηg</c>. Same as <c>torch.optim.SGD</c>. A velocity <c>v ← μv + ηg</c> is taken off instead, with Nesterov <c>μv + ηg</c>: Keras's <c>SGD</c>. H. Robbins and S. Monro, 1951; B. T. Polyak, 1964.
/// </remarks>
/// <param name="LearningRate">η; at least 0.</param>
/// <param name="Momentum">μ; at least 0.</param>
/// <param name="Dampening">τ: how much of each new gradient is held back; finite.</param>
/// <param name="WeightDecay">λ; at least 0.</param>
/// <param name="Nesterov">Whether to look ahead; needs momentum, and no dampening or average.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
/// <param name="Form">How momentum is kept; dampening belongs to PyTorch's form.</param>
public sealed record Sgd(
    double LearningRate = 1e-3, double Momentum = 0, double Dampening = 0, double WeightDecay = 0, bool Nesterov = false,
    bool Maximize = false, MomentumForm Form = MomentumForm.Buffer)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "sgd";

    /// <summary>μ; at least 0.</summary>
    public double Momentum
    {
        get;
        init
        {
            field = Require.NotNegative(value);
            CheckMomentum(Nesterov, Momentum, Dampening, Form);
        }
    } = Require.NotNegative(Momentum);

    /// <summary>τ: how much of each new gradient is held back; finite.</summary>
    public double Dampening
    {
        get;
        init
        {
            field = Require.Finite(value);
            CheckMomentum(Nesterov, Momentum, Dampening, Form);
        }
    } = Require.Finite(Dampening);

    /// <summary>Whether to look ahead; needs momentum, and no dampening or average.</summary>
    public bool Nesterov { get; } = CheckMomentum(Nesterov, Momentum, Dampening, Form);

    /// <summary>How momentum is kept.</summary>
    [Option("momentum_form")]
    public MomentumForm Form
    {
        get;
        init
        {
            field = Require.Defined(value);
            CheckMomentum(Nesterov, Momentum, Dampening, Form);
        }
    } = Require.Defined(Form);

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => Momentum == 0 ? [] : [new("momentum_buffer")];

    /// <inheritdoc/>
    public override bool KeepsRate => Form == MomentumForm.Velocity;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Sgd(0.1), new Sgd(0.1, Momentum: 0.9), new Sgd(0.1, 0.9, Dampening: 0.5), new Sgd(0.1, 0.9, Nesterov: true),
        new Sgd(0.1, WeightDecay: 0.01), new Sgd(0.1, 0.9, WeightDecay: 0.01, Maximize: true),
        new Sgd(0.1, 0.9, Form: MomentumForm.Velocity), new Sgd(0.1, 0.9, Form: MomentumForm.Averaging),
        new Sgd(0.1, 0.9, WeightDecay: 0.1, Nesterov: true, Form: MomentumForm.Velocity),
    ];

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Momentum = momentum };

    static bool CheckMomentum(bool nesterov, double momentum, double dampening, MomentumForm form)
    {
        if (dampening != 0 && form != MomentumForm.Buffer)
            throw new ArgumentException(FormattableString.Invariant($"{nameof(Dampening)} must be 0 where momentum is not PyTorch's: expected 0 with {nameof(Form)} {form}, got {dampening}."));
        return !nesterov || (momentum > 0 && dampening == 0 && form != MomentumForm.Averaging)
            ? nesterov
            : throw new ArgumentException(FormattableString.Invariant(
                $"{nameof(Nesterov)} must be used with momentum, no dampening and no average: expected Momentum > 0, Dampening 0 and Form Buffer or Velocity, got {momentum}, {dampening} and {form}."));
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace ParityNet.Optimizers;

/// <summary>Stochastic gradient descent, optionally with momentum.</summary>
/// <remarks>
/// <c>g ← ±g + λθ</c>; with momentum <c>b ← μb + (1 − τ)g</c>, at first <c>b = g</c>; with Nesterov <c>g ← g + μb</c>, else <c>g ← b</c>;
/// <c>θ ← θ − ηg</c>. Same as <c>torch.optim.SGD</c>. In the velocity form <c>v ← μv + ηg</c>, <c>θ ← θ − v</c>, with Nesterov
/// <c>θ ← θ − (μv + ηg)</c>, it is Keras's <c>SGD</c>. H. Robbins and S. Monro, 1951; B. T. Polyak, 1964.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Momentum">μ: the momentum; at least 0.</param>
/// <param name="Dampening">τ: the dampening of each new gradient; finite.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="Nesterov">Whether to use Nesterov momentum; it requires momentum, and neither dampening nor averaging.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
/// <param name="Form">How momentum is accumulated; only PyTorch's form allows dampening.</param>
public sealed record Sgd(
    double LearningRate = 1e-3, double Momentum = 0, double Dampening = 0, double WeightDecay = 0, bool Nesterov = false,
    bool Maximize = false, MomentumForm Form = MomentumForm.Buffer)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "sgd";

    /// <summary>μ: the momentum; at least 0.</summary>
    public double Momentum
    {
        get;
        init
        {
            field = Require.NotNegative(value);
            CheckMomentum(Nesterov, Momentum, Dampening, Form);
        }
    } = Require.NotNegative(Momentum);

    /// <summary>τ: the dampening of each new gradient; finite.</summary>
    public double Dampening
    {
        get;
        init
        {
            field = Require.Finite(value);
            CheckMomentum(Nesterov, Momentum, Dampening, Form);
        }
    } = Require.Finite(Dampening);

    /// <summary>Whether to use Nesterov momentum; it requires momentum, and neither dampening nor averaging.</summary>
    public bool Nesterov { get; } = CheckMomentum(Nesterov, Momentum, Dampening, Form);

    /// <summary>How momentum is accumulated.</summary>
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
            throw new ArgumentException(
                FormattableString.Invariant(
                $"{nameof(Dampening)} must be 0 where momentum is not PyTorch's: expected 0 with {nameof(Form)} {form}, got {dampening}."));
        return !nesterov || (momentum > 0 && dampening == 0 && form != MomentumForm.Averaging)
            ? nesterov
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{nameof(Nesterov)} must be used with momentum, no dampening and no average: expected Momentum > 0, Dampening 0 and Form Buffer " +
                    $"or Velocity, got {momentum}, {dampening} and {form}."));
    }
}

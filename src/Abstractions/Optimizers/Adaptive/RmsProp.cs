using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Steps divided by the root of a running mean of squared gradients.</summary>
/// <remarks>
/// <c>s ← αs + (1 − α)g²</c>; <c>a = √s + ε</c>, centered <c>a = √(s − ḡ²) + ε</c> with <c>ḡ ← αḡ + (1 − α)g</c>;
/// with momentum <c>b ← μb + g/a</c>, <c>θ ← θ − ηb</c>, else <c>θ ← θ − ηg/a</c>; <c>g ← ±g + λθ</c> first.
/// Same as <c>torch.optim.RMSprop</c>. Keras and optax add ε inside the root; Keras's momentum is a velocity, <c>b ← μb + ηg/a</c>,
/// <c>θ ← θ − b</c>. T. Tieleman and G. Hinton, 2012.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="Alpha">α: the decay rate of the running means; from 0 to 1.</param>
/// <param name="Epsilon">ε: keeps the denominator from being 0; at least 0.</param>
/// <param name="WeightDecay">λ: the weight decay; at least 0.</param>
/// <param name="Momentum">μ: the momentum; at least 0.</param>
/// <param name="Centered">Whether to divide by the standard deviation instead of the root mean square.</param>
/// <param name="Maximize">Whether to maximize instead of minimize.</param>
/// <param name="Placement">Where ε is added: outside the root or inside.</param>
/// <param name="Form">How momentum is accumulated: in a buffer or as a velocity.</param>
/// <param name="InitialAccumulator">The initial value of s; at least 0. TensorFlow 1 starts at 1; optax calls it <c>initial_scale</c>.</param>
/// <param name="BiasCorrection">
/// Whether s and ḡ are divided by <c>1 − αᵗ</c> before the root, as optax's <c>bias_correction</c>; α is then less than 1.
/// </param>
public sealed record RmsProp(
    double LearningRate = 1e-2, double Alpha = 0.99, double Epsilon = 1e-8, double WeightDecay = 0, double Momentum = 0,
    bool Centered = false, bool Maximize = false,
    EpsilonPlacement Placement = EpsilonPlacement.Outside, MomentumForm Form = MomentumForm.Buffer,
    double InitialAccumulator = 0, bool BiasCorrection = false)
    : OptimizerSpec(LearningRate, WeightDecay, Maximize), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "rmsprop";

    /// <summary>α: the decay rate of the running means; from 0 to 1.</summary>
    public double Alpha
    {
        get;
        init
        {
            field = Require.UnitInterval(value);
            CheckCorrection(Alpha, BiasCorrection);
        }
    } = Require.UnitInterval(Alpha);

    /// <summary>ε: keeps the denominator from being 0; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <summary>μ: the momentum; at least 0.</summary>
    public double Momentum { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Momentum);

    /// <summary>Where ε is added: outside the root or inside.</summary>
    [Option("eps_placement")]
    public EpsilonPlacement Placement { get; init => field = CheckPlacement(value); } = CheckPlacement(Placement);

    /// <summary>How momentum is accumulated: in a buffer or as a velocity.</summary>
    [Option("momentum_form")]
    public MomentumForm Form { get; init => field = CheckForm(value); } = CheckForm(Form);

    /// <summary>The initial value of s; at least 0.</summary>
    [Option("initial_accumulator_value")]
    public double InitialAccumulator { get; init => field = Require.NotNegative(value); } = Require.NotNegative(InitialAccumulator);

    /// <summary>Whether s and ḡ are divided by <c>1 − αᵗ</c> before the root.</summary>
    public bool BiasCorrection
    {
        get;
        init
        {
            field = value;
            CheckCorrection(Alpha, BiasCorrection);
        }
    } = CheckCorrection(Alpha, BiasCorrection);

    /// <inheritdoc/>
    public override bool KeepsRate => Form == MomentumForm.Velocity;

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots =>
    [
        new("square_avg", InitialAccumulator, NotNegative: true),
        .. Momentum > 0 ? [new OptimizerSlot("momentum_buffer")] : ImmutableArray<OptimizerSlot>.Empty,
        .. Centered ? [new OptimizerSlot("grad_avg")] : ImmutableArray<OptimizerSlot>.Empty,
    ];

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new RmsProp(), new RmsProp(Momentum: 0.9), new RmsProp(Centered: true),
        new RmsProp(WeightDecay: 0.1, Momentum: 0.5, Centered: true), new RmsProp(0.1, Epsilon: 1e-3, Maximize: true),
        new RmsProp(Alpha: 0.9, Epsilon: 1e-7, Placement: EpsilonPlacement.Inside),
        new RmsProp(Momentum: 0.9, Centered: true, Placement: EpsilonPlacement.Inside, Form: MomentumForm.Velocity),
        new RmsProp(Alpha: 0.9, InitialAccumulator: 1), new RmsProp(Alpha: 0.9, BiasCorrection: true),
    ];

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Momentum = momentum };

    static EpsilonPlacement CheckPlacement(EpsilonPlacement value) =>
        Require.OneOf(value, [EpsilonPlacement.Outside, EpsilonPlacement.Inside], nameof(Placement));

    static bool CheckCorrection(double alpha, bool corrects) => corrects && alpha == 1
        ? throw new ArgumentException(
            $"{nameof(Alpha)} must be less than 1 where bias is corrected: expected a running mean of some gradients, got 1.")
        : corrects;

    static MomentumForm CheckForm(MomentumForm value) => Require.OneOf(value, [MomentumForm.Buffer, MomentumForm.Velocity], nameof(Form));
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Optimizers;

/// <summary>An optimizer: the rule that turns gradients into steps of the parameters.</summary>
public abstract record OptimizerSpec : OpSpec
{
    readonly double learningRate, weightDecay;
    readonly bool maximize;

    /// <summary>Builds an optimizer.</summary>
    /// <param name="learningRate">η: the learning rate; at least 0.</param>
    /// <param name="weightDecay">λ: the weight decay; at least 0.</param>
    /// <param name="maximize">Whether to maximize instead of minimize.</param>
    protected OptimizerSpec(double learningRate, double weightDecay, bool maximize)
    {
        this.learningRate = Require.NotNegative(learningRate, nameof(LearningRate));
        this.weightDecay = Require.NotNegative(weightDecay, nameof(WeightDecay));
        this.maximize = maximize;
    }

    /// <summary>Builds an optimizer that takes learning rate, weight decay and direction from other optimizers.</summary>
    protected OptimizerSpec() { }

    /// <summary>The learning rate; at least 0.</summary>
    [Option("lr")]
    public virtual double LearningRate
    {
        get => learningRate;
        init => learningRate = Require.NotNegative(value);
    }

    /// <summary>The weight decay; at least 0.</summary>
    public virtual double WeightDecay
    {
        get => weightDecay;
        init => weightDecay = Require.NotNegative(value);
    }

    /// <summary>Whether to maximize instead of minimize: the gradient is negated before anything else.</summary>
    public virtual bool Maximize
    {
        get => maximize;
        init => maximize = value;
    }

    /// <summary>
    /// Whether weight decay is decoupled from the gradient: <c>θ ← θ(1 − ηλ)</c> before the step instead of <c>g ← g + λθ</c>.
    /// </summary>
    public virtual bool DecouplesDecay => false;

    /// <summary>The factor by which a step multiplies decoupled weight decay: the learning rate, unless the rule has another one.</summary>
    /// <param name="rate">The learning rate of the step.</param>
    /// <returns>c in <c>θ ← θ(1 − cλ)</c>.</returns>
    public virtual double DecayTimes(double rate) => rate;

    /// <summary>Whether parameters decay towards 0 where the gradient is 0: by weight decay, or by a decay of the rule's own.</summary>
    public virtual bool Decays => WeightDecay > 0;

    /// <summary>How the learning rate of a step affects that step.</summary>
    public virtual RateEffect RateEffect => RateEffect.Proportional;

    /// <summary>The slots of the optimizer state, under PyTorch's names.</summary>
    public abstract ImmutableArray<OptimizerSlot> Slots { get; }

    /// <summary>
    /// The name of the optimizer in state files: its own, with those of inner optimizers and the options by which they count steps.
    /// </summary>
    public virtual string Memory => Name;

    /// <summary>Whether each element is updated independently of all others.</summary>
    public virtual bool IsElementwise => true;

    /// <summary>Whether a slot depends on the learning rate of the step, so that a rate for one step affects later steps.</summary>
    public virtual bool KeepsRate => false;

    /// <summary>The minimum number of parameters.</summary>
    public virtual int SmallestParameters => 0;

    /// <summary>A slot as it is kept for one parameter: the slot itself, unless parameters have optimizers of their own.</summary>
    /// <param name="slot">One of <see cref="Slots"/>.</param>
    /// <param name="parameter">The index of the parameter.</param>
    /// <returns>The slot; null where the parameter has none, and its tensor has shape <c>[0]</c>.</returns>
    public virtual OptimizerSlot? SlotFor(OptimizerSlot slot, int parameter) => slot;

    /// <summary>The rule that steps one parameter independently of the others.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    /// <returns>The rule; null where a step depends on all parameters together.</returns>
    public virtual OptimizerSpec? Alone(int parameter) => this;

    /// <summary>The number of dimensions that a parameter must have.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    /// <returns>The number; null where any is allowed.</returns>
    public virtual int? RankOf(int parameter) => null;

    /// <summary>The multiplications that a step of a parameter takes beyond some for each element; 0 for most optimizers.</summary>
    /// <param name="parameter">The shape of the parameter.</param>
    /// <returns>The number.</returns>
    public virtual double Multiplications(ReadOnlySpan<nint> parameter) => 0;

    /// <summary>The value of a scalar slot after a number of steps, where it depends on nothing else.</summary>
    /// <param name="slot">PyTorch's name of the slot.</param>
    /// <param name="step">The number of steps done.</param>
    /// <returns>The value; null where the slot depends on gradients or parameters.</returns>
    public virtual double? ScalarAfter(string slot, long step) => null;

    /// <summary>The state before the first step: copies of the parameters, and slots at their initial values.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="parameters">The initial parameters; of any shapes that the optimizer accepts.</param>
    /// <returns>The state; it shares no memory with the arguments.</returns>
    /// <exception cref="ArgumentException">There are too few parameters, or one has a shape that the optimizer does not accept.</exception>
    public OptimizerState<T> Init<T>(IReadOnlyList<Tensor<T>> parameters) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        CheckParameters([.. parameters]);
        ImmutableArray<Tensor<T>> own = [.. parameters.Select(p => p.Copy())];
        return new OptimizerState<T>(own, 0, Slots.ToImmutableDictionary(
            slot => slot.Name,
            slot => own.Select((p, i) => SlotFor(slot, i) is { } its ? its.For(p) : Tensor.Create(Array.Empty<T>(), [0])).ToImmutableArray()));
    }

    /// <summary>
    /// Requires that a state, gradients and a learning rate fit this optimizer; every backend calls it first, so that all reject the same
    /// arguments.
    /// </summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="state">The state before the step.</param>
    /// <param name="gradients">The gradients.</param>
    /// <param name="learningRate">A learning rate for this step only, or null.</param>
    /// <param name="slots"><see cref="Slots"/> as the caller keeps them, since they are made anew each time; default for those.</param>
    /// <returns>The learning rate of this step.</returns>
    /// <exception cref="ArgumentException">
    /// The state lacks a slot, the number or the shapes of tensors differ, or the rate is negative or not finite.
    /// </exception>
    public double Check<T>(
        OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate, ImmutableArray<OptimizerSlot> slots = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Check(gradients);
        CheckState(state, slots.IsDefault ? Slots : slots);
        CheckGradients(gradients);
        double rate = learningRate is { } given ? Require.NotNegative(given, nameof(learningRate)) : LearningRate;
        if (typeof(T) == typeof(float))
        {
            Require.InRangeOfFloat(rate, nameof(learningRate));
            CheckSingle();
        }
        return rate;
    }

    /// <summary>
    /// Requires options that are in the range of <c>float</c>, to which libtorch converts them for parameters of that type.
    /// </summary>
    protected virtual void CheckSingle() => Require.InRangeOfFloat(WeightDecay, nameof(WeightDecay));

    internal void CheckState<T>(OptimizerState<T> state) where T : unmanaged, IFloatingPointIeee754<T> => CheckState(state, Slots);

    void CheckState<T>(OptimizerState<T> state, ImmutableArray<OptimizerSlot> slots) where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckParameters(state.Parameters);
        foreach (OptimizerSlot slot in slots)
        {
            if (!state.Slots.TryGetValue(slot.Name, out ImmutableArray<Tensor<T>> tensors))
                throw new ArgumentException(
                    $"state must come from an optimizer with the same slots: expected the slots {string.Join(", ", Slots.Select(s => s.Name))}, " +
                    $"got {(state.Slots.IsEmpty ? "none" : string.Join(", ", state.Slots.Keys.Order(StringComparer.Ordinal)))}.");
            if (tensors.Length != state.Parameters.Length)
                throw new ArgumentException(
                    $"{slot.Name} must hold one tensor per parameter: expected {state.Parameters.Length}, got {tensors.Length}.");
            for (int i = 0; i < tensors.Length; i++)
                if (!Fits(SlotFor(slot, i), state.Parameters[i].Lengths, tensors[i].Lengths))
                    throw new ArgumentException(
                        $"{slot.Name} must fit parameter {i}: expected " +
                        $"{Shape.Text(SlotFor(slot, i)?.ShapeFor(state.Parameters[i].Lengths) ?? [0])}, got {Shape.Text(tensors[i].Lengths)}.");
        }
    }

    /// <summary>Requires gradients whose values the optimizer accepts; most accept any.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="gradients">The gradients, of the right shapes.</param>
    /// <exception cref="ArgumentException">The optimizer does not accept the gradients.</exception>
    protected internal virtual void CheckGradients<T>(IReadOnlyList<Tensor<T>> gradients) where T : unmanaged, IFloatingPointIeee754<T>
    {
    }

    /// <summary>The same rule with another momentum, or β₁, for schedules that change it.</summary>
    /// <param name="momentum">The momentum.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The rule has none, or the momentum is out of its range.</exception>
    protected internal virtual OptimizerSpec WithMomentum(double momentum) => throw new ArgumentException(
        $"The optimizer must have a momentum where the schedule changes it: expected one such as sgd or adam, got {Name}.");

    /// <summary>The same rule with another learning rate; with parameter groups, each group's rate is changed.</summary>
    /// <param name="change">The new rate as a function of the old one.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">A rate is negative or not finite.</exception>
    protected internal virtual OptimizerSpec WithRates(Func<double, double> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { LearningRate = change(LearningRate) };
    }

    // Most slots have the parameter's shape, and then a step allocates nothing for this.
    static bool Fits(OptimizerSlot? slot, ReadOnlySpan<nint> parameter, ReadOnlySpan<nint> tensor) => slot is { Shape: SlotShape.Parameter }
        ? tensor.SequenceEqual(parameter)
        : tensor.SequenceEqual(slot?.ShapeFor(parameter) ?? [0]);

    void CheckParameters<T>(ImmutableArray<Tensor<T>> parameters)
    {
        if (parameters.Length < SmallestParameters)
            throw new ArgumentException(
                $"parameters must be as many as {Name} names: expected at least {SmallestParameters}, got {parameters.Length}.");
        for (int i = 0; i < parameters.Length; i++)
            if (RankOf(i) is { } rank && parameters[i].Rank != rank)
                throw new ArgumentException($"parameter {i} must have the dimensions that {Name} takes: expected {rank}, got {parameters[i].Rank}.");
    }
}

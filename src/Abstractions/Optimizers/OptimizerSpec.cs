using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Optimizers;

/// <summary>A rule that turns a gradient into a step.</summary>
public abstract record OptimizerSpec : OpSpec
{
    readonly double learningRate, weightDecay;
    readonly bool maximize;

    /// <summary>Builds an optimizer.</summary>
    /// <param name="learningRate">η: the size of a step; at least 0.</param>
    /// <param name="weightDecay">λ: how strongly parameters are drawn to 0; at least 0.</param>
    /// <param name="maximize">Whether to climb instead of descend.</param>
    protected OptimizerSpec(double learningRate, double weightDecay, bool maximize)
    {
        this.learningRate = Require.NotNegative(learningRate, nameof(LearningRate));
        this.weightDecay = Require.NotNegative(weightDecay, nameof(WeightDecay));
        this.maximize = maximize;
    }

    /// <summary>Builds an optimizer that takes learning rate, weight decay and direction from others.</summary>
    protected OptimizerSpec() { }

    /// <summary>The size of a step; at least 0.</summary>
    [Option("lr")]
    public virtual double LearningRate
    {
        get => learningRate;
        init => learningRate = Require.NotNegative(value);
    }

    /// <summary>How strongly parameters are drawn to 0; at least 0.</summary>
    public virtual double WeightDecay
    {
        get => weightDecay;
        init => weightDecay = Require.NotNegative(value);
    }

    /// <summary>Whether to climb instead of descend: the gradient is negated before anything else.</summary>
    public virtual bool Maximize
    {
        get => maximize;
        init => maximize = value;
    }

    /// <summary>Whether weight decay is apart from the gradient: <c>θ ← θ(1 − ηλ)</c> before the step instead of <c>g ← g + λθ</c>.</summary>
    public virtual bool DecouplesDecay => false;

    /// <summary>Whether parameters are drawn to 0 without a gradient: by weight decay, or by a decay of the rule's own.</summary>
    public virtual bool Decays => WeightDecay > 0;

    /// <summary>What the learning rate of a step does to it.</summary>
    public virtual RateEffect RateEffect => RateEffect.Proportional;

    /// <summary>The memory that the rule keeps, under PyTorch's names.</summary>
    public abstract ImmutableArray<OptimizerSlot> Slots { get; }

    /// <summary>What the memory belongs to, as state files name it: the name, with optimizers inside and what the memory counts by.</summary>
    public virtual string Memory => Name;

    /// <summary>Whether each number steps by itself, whatever stands beside it.</summary>
    public virtual bool IsElementwise => true;

    /// <summary>Whether a slot depends on the learning rate of the step, so that a rate for one step is remembered.</summary>
    public virtual bool KeepsRate => false;

    /// <summary>The fewest parameters that it can be used for.</summary>
    public virtual int SmallestParameters => 0;

    /// <summary>A slot as it is kept for one parameter: the slot itself, unless parameters have rules of their own.</summary>
    /// <param name="slot">One of <see cref="Slots"/>.</param>
    /// <param name="parameter">The parameter's position.</param>
    /// <returns>The slot; null where nothing is kept, and the tensor has shape <c>[0]</c>.</returns>
    public virtual OptimizerSlot? SlotFor(OptimizerSlot slot, int parameter) => slot;

    /// <summary>The rule of one parameter by itself, whatever steps the others take.</summary>
    /// <param name="parameter">The parameter's position.</param>
    /// <returns>The rule; null where it looks at all parameters together.</returns>
    public virtual OptimizerSpec? Alone(int parameter) => this;

    /// <summary>The number of dimensions that a parameter must have.</summary>
    /// <param name="parameter">The parameter's position.</param>
    /// <returns>The number; null where any will do.</returns>
    public virtual int? RankOf(int parameter) => null;

    /// <summary>What a slot of one number holds after a number of steps, where that depends on nothing else.</summary>
    /// <param name="slot">PyTorch's name of the slot.</param>
    /// <param name="step">Steps done.</param>
    /// <returns>The number; null where the slot depends on gradients or parameters.</returns>
    public virtual double? ScalarAfter(string slot, long step) => null;

    /// <summary>The state before the first step: copies of the parameters, and slots at their initial values.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="parameters">Initial parameters; any shapes that the optimizer takes.</param>
    /// <returns>The state; it shares no memory with the arguments.</returns>
    /// <exception cref="ArgumentException">There are too few parameters, or one has a shape that the optimizer does not take.</exception>
    public OptimizerState<T> Init<T>(IReadOnlyList<Tensor<T>> parameters) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        CheckParameters(parameters);
        ImmutableArray<Tensor<T>> own = [.. parameters.Select(p => p.Copy())];
        return new OptimizerState<T>(own, 0, Slots.ToImmutableDictionary(
            slot => slot.Name,
            slot => own.Select((p, i) => SlotFor(slot, i) is { } its ? its.For(p) : Tensor.Create(Array.Empty<T>(), [0])).ToImmutableArray()));
    }

    /// <summary>Requires that a state, gradients and a learning rate fit this optimizer; every backend calls it first, so that all refuse alike.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="state">The state before the step.</param>
    /// <param name="gradients">The gradients.</param>
    /// <param name="learningRate">A learning rate for this step alone, or null.</param>
    /// <returns>The learning rate of this step.</returns>
    /// <exception cref="ArgumentException">The state lacks a slot, number or shapes of tensors differ, or the rate is negative or not finite.</exception>
    public double Check<T>(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Check(gradients);
        CheckState(state);
        CheckGradients(gradients);
        double rate = learningRate is { } given ? Require.NotNegative(given, nameof(learningRate)) : LearningRate;
        if (typeof(T) == typeof(float))
        {
            Require.InRangeOfFloat(rate, nameof(learningRate));
            CheckSingle();
        }
        return rate;
    }

    /// <summary>Requires options that are in the range of <c>float</c>, to which libtorch converts them for parameters of that type.</summary>
    protected virtual void CheckSingle() => Require.InRangeOfFloat(WeightDecay, nameof(WeightDecay));

    internal void CheckState<T>(OptimizerState<T> state) where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckParameters(state.Parameters);
        foreach (OptimizerSlot slot in Slots)
        {
            if (!state.Slots.TryGetValue(slot.Name, out ImmutableArray<Tensor<T>> tensors))
                throw new ArgumentException($"state must come from an optimizer with the same memory: expected the slots {string.Join(", ", Slots.Select(s => s.Name))}, got {(state.Slots.IsEmpty ? "none" : string.Join(", ", state.Slots.Keys.Order(StringComparer.Ordinal)))}.");
            if (tensors.Length != state.Parameters.Length)
                throw new ArgumentException($"{slot.Name} must hold one tensor a parameter: expected {state.Parameters.Length}, got {tensors.Length}.");
            for (int i = 0; i < tensors.Length; i++)
                if (!Fits(SlotFor(slot, i), state.Parameters[i].Lengths, tensors[i].Lengths))
                    throw new ArgumentException($"{slot.Name} must fit parameter {i}: expected {Shape.Text(SlotFor(slot, i)?.ShapeFor(state.Parameters[i].Lengths) ?? [0])}, got {Shape.Text(tensors[i].Lengths)}.");
        }
    }

    /// <summary>Requires numbers that the optimizer takes as gradients; most take any.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="gradients">The gradients, of the right shapes.</param>
    /// <exception cref="ArgumentException">The gradients must not be.</exception>
    protected internal virtual void CheckGradients<T>(IReadOnlyList<Tensor<T>> gradients) where T : unmanaged, IFloatingPointIeee754<T>
    {
    }

    /// <summary>The same rule with another momentum, or β₁, for schedules that change it.</summary>
    /// <param name="momentum">The momentum.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The rule has none, or the momentum is out of its range.</exception>
    protected internal virtual OptimizerSpec WithMomentum(double momentum) => throw new ArgumentException(
        $"The optimizer must have a momentum where the schedule changes it: expected one such as sgd or adam, got {Name}.");

    /// <summary>The same rule with its learning rate changed; where groups have rates of their own, each of them.</summary>
    /// <param name="change">The rate from the one before.</param>
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

    void CheckParameters<T>(IReadOnlyList<Tensor<T>> parameters)
    {
        if (parameters.Count < SmallestParameters)
            throw new ArgumentException($"parameters must be as many as {Name} names: expected at least {SmallestParameters}, got {parameters.Count}.");
        for (int i = 0; i < parameters.Count; i++)
            if (RankOf(i) is { } rank && parameters[i].Rank != rank)
                throw new ArgumentException($"parameter {i} must have the dimensions that {Name} takes: expected {rank}, got {parameters[i].Rank}.");
    }
}

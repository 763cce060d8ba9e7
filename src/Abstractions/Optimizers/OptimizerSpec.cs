using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Optimizers;

/// <summary>A rule that turns a gradient into a step.</summary>
public abstract record OptimizerSpec : OpSpec
{
    /// <summary>Builds an optimizer.</summary>
    /// <param name="learningRate">η: the size of a step; at least 0.</param>
    /// <param name="weightDecay">λ: how strongly parameters are drawn to 0; at least 0.</param>
    /// <param name="maximize">Whether to climb instead of descend.</param>
    protected OptimizerSpec(double learningRate, double weightDecay, bool maximize) =>
        (LearningRate, WeightDecay, Maximize) = (learningRate, weightDecay, maximize);

    /// <summary>The size of a step; at least 0.</summary>
    [Option("lr")]
    public double LearningRate { get; init => field = Require.NotNegative(value); }

    /// <summary>How strongly parameters are drawn to 0; at least 0.</summary>
    public double WeightDecay { get; init => field = Require.NotNegative(value); }

    /// <summary>Whether to climb instead of descend: the gradient is negated before anything else.</summary>
    public bool Maximize { get; init; }

    /// <summary>The memory that the rule keeps for each parameter, under PyTorch's names.</summary>
    public abstract ImmutableArray<OptimizerSlot> Slots { get; }

    /// <summary>The state before the first step: copies of the parameters, and slots at their initial values.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="parameters">Initial parameters; any shapes.</param>
    /// <returns>The state; it shares no memory with the arguments.</returns>
    public OptimizerState<T> Init<T>(IReadOnlyList<Tensor<T>> parameters) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ImmutableArray<Tensor<T>> own = [.. parameters.Select(p => p.Copy())];
        return new OptimizerState<T>(own, 0, Slots.ToImmutableDictionary(
            slot => slot.Name,
            slot => own.Select(p => Filled(p, T.CreateChecked(slot.Initial))).ToImmutableArray()));
    }

    /// <summary>Requires that a state, gradients and a learning rate fit this optimizer; every backend calls it first, so that all refuse alike.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="state">The state before the step.</param>
    /// <param name="gradients">The gradients.</param>
    /// <param name="learningRate">A learning rate for this step alone, or null.</param>
    /// <returns>The learning rate of this step.</returns>
    /// <exception cref="ArgumentException">The state lacks a slot, number or shapes of the gradients differ, or the rate is negative or not finite.</exception>
    public double Check<T>(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Check(gradients);
        foreach (OptimizerSlot slot in Slots)
            if (!state.Slots.ContainsKey(slot.Name))
                throw new ArgumentException($"state must come from an optimizer with the same memory: expected the slots {string.Join(", ", Slots.Select(s => s.Name))}, got {(state.Slots.IsEmpty ? "none" : string.Join(", ", state.Slots.Keys.Order(StringComparer.Ordinal)))}.");
        return learningRate is { } rate ? Require.NotNegative(rate, nameof(learningRate)) : LearningRate;
    }

    /// <summary>The same rule with another momentum, or β₁, for schedules that change it.</summary>
    /// <param name="momentum">The momentum.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The rule has none, or the momentum is out of its range.</exception>
    protected internal virtual OptimizerSpec WithMomentum(double momentum) => throw new ArgumentException(
        $"The optimizer must have a momentum where the schedule changes it: expected one such as sgd or adam, got {Name}.");

    static Tensor<T> Filled<T>(Tensor<T> like, T value) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var data = new T[like.FlattenedLength];
        Array.Fill(data, value);
        return Tensor.Create(data, like.Lengths);
    }
}

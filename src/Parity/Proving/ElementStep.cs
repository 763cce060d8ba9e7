using System.Collections.Immutable;
using System.Numerics;

namespace ParityNet.Parity.Proving;

/// <summary>One scalar parameter in one step of an optimizer, with its gradient and state.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Number">The step number t of bias corrections, from 1.</param>
/// <param name="LearningRate">The learning rate of the step.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Gradient">Its gradient.</param>
/// <param name="Slots">Its state under PyTorch's slot names.</param>
public sealed record ElementStep<T>(long Number, double LearningRate, T Parameter, T Gradient, ImmutableDictionary<string, T> Slots)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The value of a slot.</summary>
    /// <param name="slot">PyTorch's name, for example <c>exp_avg</c>.</param>
    /// <exception cref="UnknownNameException">The optimizer has no such slot.</exception>
    public T this[string slot] => Slots.TryGetValue(slot, out T value) ? value : throw Lacks(slot);

    /// <summary>The step with another parameter.</summary>
    /// <param name="parameter">The parameter after the step.</param>
    /// <returns>The new step.</returns>
    public ElementStep<T> WithParameter(T parameter) => this with { Parameter = parameter };

    /// <summary>The step with another value of a slot.</summary>
    /// <param name="slot">PyTorch's name.</param>
    /// <param name="value">The slot's value after the step.</param>
    /// <returns>The new step.</returns>
    /// <exception cref="UnknownNameException">The optimizer has no such slot.</exception>
    public ElementStep<T> WithState(string slot, T value) =>
        Slots.ContainsKey(slot) ? this with { Slots = Slots.SetItem(slot, value) } : throw Lacks(slot);

    UnknownNameException Lacks(string slot) => new("slot must be one that the optimizer has", slot, Slots.Keys.Order(StringComparer.Ordinal));
}

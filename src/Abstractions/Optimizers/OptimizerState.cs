using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Optimizers;

/// <summary>The state of training between two steps: parameters, step count and named slots.</summary>
/// <remarks>
/// Immutable, so that training is a fold over it. Its tensors are dense and share memory with no other state, except after an update in
/// place.
/// </remarks>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Parameters">The parameters.</param>
/// <param name="Step">The number of steps done; 0 at the start.</param>
/// <param name="Slots">For each slot name, one tensor per parameter, of the shape that the slot has for it.</param>
public sealed record OptimizerState<T>(
    ImmutableArray<Tensor<T>> Parameters, long Step, ImmutableDictionary<string, ImmutableArray<Tensor<T>>> Slots)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The tensors of one slot, one per parameter.</summary>
    /// <param name="slot">PyTorch's name of the slot.</param>
    public ImmutableArray<Tensor<T>> this[string slot] => Slots[slot];

    /// <summary>Requires one gradient per parameter, of the same shape.</summary>
    /// <param name="gradients">The gradients.</param>
    /// <exception cref="ArgumentException">The number or the shapes differ.</exception>
    public void Check(IReadOnlyList<Tensor<T>> gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        if (gradients.Count != Parameters.Length)
            throw new ArgumentException($"gradients must hold one tensor per parameter: expected {Parameters.Length}, got {gradients.Count}.");
        for (int i = 0; i < gradients.Count; i++)
            // The names are made where they are needed alone.
            if (gradients[i] is not { } gradient || !gradient.Lengths.SequenceEqual(Parameters[i].Lengths))
                Require.Shape(gradients[i], Parameters[i].Lengths, $"parameter {i}", $"gradient {i}");
    }

    /// <summary>A copy that shares no memory with this state.</summary>
    /// <returns>The copy.</returns>
    public OptimizerState<T> Copy() => new(
        [.. Parameters.Select(p => p.Copy())], Step,
        Slots.ToImmutableDictionary(s => s.Key, s => s.Value.Select(t => t.Copy()).ToImmutableArray()));
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Models;

/// <summary>A small network: its shape, and how its parameters start.</summary>
public abstract record ModelSpec : OpSpec
{
    /// <summary>Names and shapes of the parameters, in order.</summary>
    public abstract ImmutableArray<ParameterInfo> Parameters { get; }

    /// <summary>How many numbers an example has.</summary>
    public abstract int Inputs { get; }

    /// <summary>Initial parameters from a seed: the same numbers for every backend, machine and element type but for its rounding.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="seed">The seed.</param>
    /// <returns>One tensor a parameter, in the order of <see cref="Parameters"/>.</returns>
    public abstract ImmutableArray<Tensor<T>> Init<T>(ulong seed) where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Requires that parameters and a batch fit this model; every backend calls it first, so that all refuse alike.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="parameters">One tensor a parameter.</param>
    /// <param name="input">A batch, <c>[N, inputs]</c>.</param>
    /// <exception cref="ArgumentException">Number or shapes differ.</exception>
    public void Check<T>(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(input);
        ImmutableArray<ParameterInfo> infos = Parameters;
        if (parameters.Count != infos.Length)
            throw new ArgumentException($"{nameof(parameters)} must hold one tensor for each that the model has: expected {infos.Length}, got {parameters.Count}.");
        for (int i = 0; i < infos.Length; i++)
            Require.Shape(parameters[i], infos[i].Shape.AsSpan(), "the model", infos[i].Name);
        if (input.Rank != 2 || input.Lengths[1] != Inputs)
            throw new ArgumentException($"{nameof(input)} must be a batch of examples: expected [N, {Inputs}], got {Shape.Text(input.Lengths)}.");
    }

    /// <summary>Requires a loss that a model can be trained by: one that gives a single number.</summary>
    /// <param name="loss">The loss.</param>
    /// <exception cref="ArgumentException">The loss is not reduced.</exception>
    public static void CheckLoss(LossSpec loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (loss.Reduction == Reduction.None)
            throw new ArgumentException($"{nameof(loss)} must be reduced to train by it: expected {nameof(Reduction)} Mean or Sum, got {loss.Reduction}.");
    }
}

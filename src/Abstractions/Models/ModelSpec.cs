using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Models;

/// <summary>A small network: its shape, and how its parameters start.</summary>
public abstract record ModelSpec : OpSpec
{
    /// <summary>Names and shapes of the parameters, in order.</summary>
    public abstract ImmutableArray<ParameterInfo> Parameters { get; }

    /// <summary>Initial parameters from a seed: the same numbers for every backend, machine and element type but for its rounding.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="seed">The seed.</param>
    /// <returns>One tensor a parameter, in the order of <see cref="Parameters"/>.</returns>
    public abstract ImmutableArray<Tensor<T>> Init<T>(ulong seed) where T : unmanaged, IFloatingPointIeee754<T>;
}

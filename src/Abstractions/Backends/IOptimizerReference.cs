using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet;

/// <summary>A backend whose library has optimizers of its own; the backend's rules can be held against them.</summary>
public interface IOptimizerReference
{
    /// <summary>Whose optimizers they are, as a report names them.</summary>
    string ReferenceName { get; }

    /// <summary>Where the library's optimizers are known to be wrong and so are no reference, each with its reason; empty where nowhere.</summary>
    ImmutableArray<string> ReferenceLimits { get; }

    /// <summary>Whether the library has an optimizer for a spec with these options.</summary>
    /// <param name="spec">The optimizer.</param>
    /// <returns>True where it has.</returns>
    bool HasReference(OptimizerSpec spec);

    /// <summary>Trains with the library's own optimizer, from a fresh state.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="spec">The optimizer; <see cref="HasReference"/> must hold of it.</param>
    /// <param name="parameters">The parameters before the first step; they stay as they are.</param>
    /// <param name="gradients">For each step one gradient a parameter.</param>
    /// <returns>The state after each step.</returns>
    ImmutableArray<OptimizerState<T>> RunReference<T>(
        OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, IEnumerable<ImmutableArray<Tensor<T>>> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Cases;

/// <summary>A backend that may lack arguments, gradients, slots of the state or steps from a given state, and says which.</summary>
/// <remarks>What it lacks is not judged; what it has and does not compute is a failure as on any backend.</remarks>
interface IPartialBackend : IBackend
{
    /// <summary>Whether it takes an argument that may be left out.</summary>
    bool Takes(FunctionSpec spec, string operand);

    /// <summary>Whether arguments may have shapes that broadcast.</summary>
    bool Broadcasts(FunctionSpec spec);

    /// <summary>Whether it weighs its gradients by a cotangent.</summary>
    bool TakesCotangent(FunctionSpec spec);

    /// <summary>Whether it takes a step from any given state; if not, it takes runs of steps from the initial state.</summary>
    bool StepsFromState(OptimizerSpec spec);

    /// <summary>Runs an optimizer from its initial state.</summary>
    OptimizerRun<T> Run<T>(OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, ImmutableArray<ImmutableArray<Tensor<T>>> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>A run of an optimizer from its initial state.</summary>
/// <param name="After">
/// The state after each step; of a slot that is not told it holds what follows from the number of steps, or its initial value.
/// </param>
/// <param name="Told">The slots that are told.</param>
sealed record OptimizerRun<T>(ImmutableArray<OptimizerState<T>> After, ImmutableHashSet<string> Told) where T : unmanaged, IFloatingPointIeee754<T>;

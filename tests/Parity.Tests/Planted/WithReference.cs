using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Tests.Planted;

/// <summary>A wrong backend whose library has the right optimizers.</summary>
sealed class WithReference(IBackend right, IBackend wrong) : AlteredBackend(wrong), IOptimizerReference
{
    public string ReferenceName => "the right backend";

    public ImmutableArray<string> ReferenceLimits => [];

    public bool HasReference(OptimizerSpec spec) => true;

    public ImmutableArray<OptimizerState<T>> RunReference<T>(
        OptimizerSpec spec, ImmutableArray<Tensor<T>> parameters, IEnumerable<ImmutableArray<Tensor<T>>> gradients)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        IOptimizer<T> optimizer = right.Optimizer<T>(spec);
        OptimizerState<T> state = spec.Init(parameters);
        return [.. gradients.Select(g => state = optimizer.Update(state, g))];
    }
}
